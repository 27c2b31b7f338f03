#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares every figure that SQL can say with the same figure of a report, for a whole desk:
tickets, surveys, calls, costs, customers, article views and working time in files of their own.

    whole-desk.py CLI GENERATOR COMPANIONS FOLDER     TAP: one line a KPI and its series and splits

Both sides read the same files. The SQL side has them as `rows --csv` prints them, so that what a
column means is agreed on, and knows nothing else of the application: sqlite3 selects and joins,
and what is counted stands in MEASURES and RATIOS. Reading itself is compared by differential.py,
which starts from the raw file.
"""

import csv
import json
import math
import pathlib
import sqlite3
import subprocess
import sys

from differential import Tap, durations, month_key, month_start, next_month, parse_time, same

ROWS = 50000
PERIOD = '2024-09-01..2025-10-31'
DIMENSIONS = ['channel', 'team', 'agent', 'priority', 'category', 'plan', 'article']

# Every other KPI of the catalogue is in MEASURES or RATIOS.
NOT_IN_SQL = {
    'response-time': 'its rows are the turns of conversations, which `rows` prints as their tickets',
}

# ---------------------------------------------------------------------------------------------
# Definitions

# The tables: a kind of row, its times in seconds since 1970, and its other columns as they are.
TIMES = ['created', 'assigned', 'solved', 'updated', 'due', 'reply-due', 'rated', 'sent', 'ended',
         'answered-at', 'date', 'since', 'until']
NUMBERS = ['first-reply-time', 'first-resolution-time', 'requester-wait-time', 'reopens', 'replies',
           'reassignments', 'transfers', 'csat_read', 'nps_read', 'ces_read', 'handle-time',
           'talk-time', 'hold-time', 'wrap-time', 'wait-time', 'scheduled-time', 'available-time',
           'views', 'visitors', 'helpful', 'unhelpful', 'recurring-revenue', 'cost-training',
           'cost-salaries', 'cost-infrastructure', 'revenue']
TEXTS = ['kind', 'email', 'status_read', 'tag', 'outcome_read', *DIMENSIONS]

WEEK = 7 * 86400
TICKETS = f"""
    SELECT *,
        CASE WHEN is_solved THEN solved END AS left,
        created + first_reply_time AS replied,
        COALESCE(created + first_resolution_time, solved) AS first_solved,
        MAX(created, COALESCE(assigned, created + first_reply_time)) AS started,
        LEAD(created) OVER (PARTITION BY email ORDER BY created, row) AS next_contact
    FROM (SELECT *, status_read IN ('solved', 'closed') AS is_solved
          FROM rows WHERE kind = 'tickets')"""
MATURE = f'first_solved + {WEEK} <= :as_of'
CHAT_OR_PHONE = "CASE WHEN channel LIKE '%chat%' THEN 60 ELSE 20 END"

# KPIs and what ratios are made of: fold, kind of row, condition, value, and the time that places a
# row; of what stays, from when to when.
#   count   rows                        duration  mean, median and p90 of the value
#   share   rows whose value is 1       mean      of the value
#   nps     100 * mean of 1, 0 and -1   people    different values
#   sum     of the value; null of none  stock     rows at the end of the period
#   ages    durations since the time, of rows at the end of the period
#   opening, closing, leavers           sums of what is there at the start, at the end, and of what
#                                       was there at the start and leaves in the period
MEASURES = {
    'tickets-created': ('count', 'tickets', 'created IS NOT NULL', '1', 'created'),
    'tickets-closed': ('count', 'tickets', 'is_solved', '1', 'solved'),
    'tickets-active': ('stock', 'tickets', 'started IS NOT NULL', '1', 'started', 'left'),
    'tickets-pending': ('stock', 'tickets', 'TRUE', '1', 'created',
                        'COALESCE(MIN(started, left), started, left)'),
    'tickets-waiting': ('stock', 'tickets', "status_read IN ('pending', 'hold')", '1',
                        'COALESCE(updated, created)', 'left'),
    'backlog': ('stock', 'tickets', 'TRUE', '1', 'created', 'left'),
    'backlog-age': ('ages', 'tickets', 'TRUE', '1', 'created', 'left'),
    'first-response-time': ('duration', 'tickets', 'replied >= created', 'replied - created',
                            'replied'),
    'assignment-time': ('duration', 'tickets', 'assigned >= created', 'assigned - created',
                        'assigned'),
    'resolution-time': ('duration', 'tickets', 'left >= created', 'left - created', 'left'),
    'first-resolution-time': ('duration', 'tickets', 'first_solved >= created',
                              'first_solved - created', 'first_solved'),
    'work-resolution-time': ('duration', 'tickets', 'left >= started', 'left - started', 'left'),
    'requester-wait-time': ('duration', 'tickets', 'is_solved AND requester_wait_time >= 0',
                            'requester_wait_time', 'left'),
    'sla-first-response': ('share', 'tickets',
                           'reply_due IS NOT NULL AND (replied IS NOT NULL OR reply_due <= :as_of)',
                           'COALESCE(replied <= reply_due, 0)', 'reply_due'),
    'sla-resolution': ('share', 'tickets',
                       'due IS NOT NULL AND (left IS NOT NULL OR due <= :as_of)',
                       'COALESCE(left <= due, 0)', 'due'),
    'first-contact-resolution': ('share', 'tickets', f'replies >= 1 AND {MATURE}',
                                 'is_solved AND replies = 1 AND reopens = 0', 'first_solved'),
    'resolution-rate': ('share', 'tickets', 'created IS NOT NULL', 'is_solved', 'created'),
    'reopen-rate': ('share', 'tickets', f'reopens IS NOT NULL AND {MATURE}', 'reopens >= 1',
                    'first_solved'),
    'repeat-contact-rate': ('share', 'tickets', MATURE,
                            f'COALESCE(next_contact <= first_solved + {WEEK}, 0)', 'first_solved'),
    'escalation-rate': ('share', 'tickets', 'created IS NOT NULL',
                        "' ' || COALESCE(tag, '') LIKE '% escalat%'", 'created'),
    'transfers': ('mean', 'tickets', 'is_solved AND reassignments IS NOT NULL', 'reassignments',
                  'left'),
    'replies-per-ticket': ('mean', 'tickets', 'is_solved AND replies IS NOT NULL', 'replies',
                           'left'),
    'csat': ('share', 'responses', 'csat_read IS NOT NULL', 'csat_read >= 4', 'rated'),
    'csat-score': ('mean', 'responses', 'csat_read IS NOT NULL', 'csat_read', 'rated'),
    'nps': ('nps', 'responses', 'nps_read IS NOT NULL', '(nps_read >= 9) - (nps_read <= 6)',
            'rated'),
    'ces': ('share', 'responses', 'ces_read IS NOT NULL', 'ces_read >= 5', 'rated'),
    'dissatisfaction': ('share', 'responses', 'csat_read IS NOT NULL', 'csat_read <= 2', 'rated'),
    'survey-response-rate': ('share', 'responses', 'sent IS NOT NULL',
                             'COALESCE(csat_read, nps_read, ces_read) IS NOT NULL', 'sent'),
    'handle-time': ('duration', 'calls', "outcome_read = 'answered' AND talk_time IS NOT NULL",
                    'talk_time + COALESCE(hold_time, 0) + COALESCE(wrap_time, 0)',
                    'COALESCE(ended, created)'),
    'wait-time': ('duration', 'calls', "outcome_read = 'answered' AND wait_time IS NOT NULL",
                  'wait_time', 'answered_at'),
    'service-level': ('share', 'calls', 'wait_time IS NOT NULL',
                      f"outcome_read = 'answered' AND wait_time <= {CHAT_OR_PHONE}", 'created'),
    'abandonment-rate': ('share', 'calls', 'outcome_read IS NOT NULL',
                         "outcome_read <> 'answered'", 'created'),
    'transfer-rate': ('share', 'calls', "outcome_read = 'answered' AND transfers IS NOT NULL",
                      'transfers >= 1', 'COALESCE(ended, created)'),
    'kb-views': ('sum', 'views', 'views IS NOT NULL', 'views', 'date'),
}
PARTS = {
    'requesters': ('people', 'tickets', 'email IS NOT NULL', 'email', 'created'),
    'cost': ('sum', 'finance', 'TRUE', 'cost_training + cost_salaries + cost_infrastructure',
             'date'),
    'revenue': ('sum', 'finance', 'revenue IS NOT NULL', 'revenue', 'date'),
    'customers-start': ('opening', 'customers', 'TRUE', '1', 'since', 'until'),
    'customers-end': ('closing', 'customers', 'TRUE', '1', 'since', 'until'),
    'customers-lost': ('leavers', 'customers', 'TRUE', '1', 'since', 'until'),
    'recurring-start': ('opening', 'customers', 'TRUE', 'recurring_revenue', 'since', 'until'),
    'recurring-lost': ('leavers', 'customers', 'TRUE', 'recurring_revenue', 'since', 'until'),
    'handling': ('sum', 'agent-time', 'TRUE', 'handle_time', 'date'),
    'available': ('sum', 'agent-time', 'TRUE', 'available_time', 'date'),
    'scheduled': ('sum', 'agent-time', 'TRUE', 'scheduled_time', 'date'),
    'visitors': ('sum', 'views', 'TRUE', 'visitors', 'date'),
    'helpful': ('sum', 'views', 'TRUE', 'helpful', 'date'),
    'unhelpful': ('sum', 'views', 'TRUE', 'unhelpful', 'date'),
}

CUSTOMERS = ['customers-start', 'customers-end']


def per_customer(amount, start, end):
    return amount, (start + end) / 2


# The parts, and numerator and denominator out of them.
RATIOS = {
    'closure-ratio': (['tickets-closed', 'tickets-created'], lambda a, b: (a, b)),
    'contact-rate': (['tickets-created', *CUSTOMERS],
                     lambda n, start, end: (100 * n, (start + end) / 2)),
    'cost-per-ticket': (['cost', 'tickets-created'], lambda a, b: (a, b)),
    'cost-per-resolution': (['cost', 'tickets-closed'], lambda a, b: (a, b)),
    'cost-to-revenue': (['cost', 'revenue'], lambda a, b: (a, b)),
    'cost-per-customer': (['cost', *CUSTOMERS], per_customer),
    'churn-rate': (['customers-lost', 'customers-start'], lambda a, b: (a, b)),
    'retention-rate': (['customers-lost', 'customers-start'], lambda a, b: (b - a, b)),
    'net-customer-change': (['customers-end', 'customers-start'], lambda a, b: (a - b, b)),
    'revenue-churn': (['recurring-lost', 'recurring-start'], lambda a, b: (a, b)),
    'occupancy': (['handling', 'available'], lambda a, b: (a, a + b)),
    'utilisation': (['handling', 'scheduled'], lambda a, b: (a, b)),
    'kb-engagement': (['visitors', *CUSTOMERS], per_customer),
    'self-service-ratio': (['visitors', 'requesters'], lambda a, b: (a, b)),
    'kb-helpfulness': (['helpful', 'unhelpful'], lambda a, b: (a, a + b)),
}

# ---------------------------------------------------------------------------------------------
# The SQL side


def column(name):
    return name.replace('-', '_')


def fold_rows(fold, values):
    """value and n of some rows; None where nothing can be said."""
    n = len(values)
    if fold in ('count', 'stock'):
        return {'value': n, 'n': n}
    if fold == 'people':
        return {'value': len(set(values)), 'n': n}
    if fold in ('opening', 'closing', 'leavers'):
        return {'value': math.fsum(values), 'n': n}
    if not n:
        return {'value': None, 'n': 0}
    if fold in ('duration', 'ages'):
        statistics = durations(values)
        return {'value': statistics['mean'], 'n': n, 'statistics': statistics}
    if fold == 'sum':
        return {'value': math.fsum(values), 'n': n}
    return {'value': (100 if fold == 'nps' else 1) * math.fsum(values) / n, 'n': n}


class Desk:
    """The rows in sqlite3."""

    def __init__(self, path):
        self.database = sqlite3.connect(':memory:')
        self.load(path)
        kinds = self.select('SELECT DISTINCT kind FROM rows')
        self.as_of = {kind: self.find_end(kind) for kind, in kinds}

    def load(self, path):
        """Blank is null; rows that are set aside stay out."""
        names = TEXTS + TIMES + NUMBERS
        columns = ', '.join(column(name) for name in names)
        read = ', '.join(['?'] * len(TEXTS)
                         + ["CAST(strftime('%s', ?) AS INTEGER)"] * len(TIMES)
                         + ['CAST(? AS REAL)'] * len(NUMBERS))
        self.database.execute(f'CREATE TABLE rows (row INTEGER PRIMARY KEY, {columns})')
        with open(path, newline='', encoding='utf-8') as file:
            rows = ([row[name] or None for name in names]
                    for row in csv.DictReader(file) if not row['aside'])
            self.database.executemany(f'INSERT INTO rows ({columns}) VALUES ({read})', rows)
        for kind, in self.select('SELECT DISTINCT kind FROM rows'):
            source = TICKETS if kind == 'tickets' else f"SELECT * FROM rows WHERE kind = '{kind}'"
            self.database.execute(f'CREATE TABLE "{kind}" AS {source}')

    def select(self, sql, **parameters):
        return self.database.execute(sql, parameters).fetchall()

    def find_end(self, kind):
        """The last thing that happened; due dates have not."""
        return max(time for name in TIMES if name not in ('due', 'reply-due')
                   for time, in self.select(f'SELECT MAX({column(name)}) FROM rows '
                                            'WHERE kind = :kind', kind=kind) if time)

    def has(self, kind, dimension):
        (n,), = self.select(f'SELECT COUNT({dimension}) FROM "{kind}"')
        return n > 0

    def rows_of(self, measure, start, end):
        """Value, time and dimensions of the rows of the measure in the period."""
        fold, kind, where, value, at, *until = measure
        stays = f'({until[0]} IS NULL OR {until[0]} >=' if until else ''
        placed = {
            'stock': f'{at} < :end AND {stays} :end)',
            'ages': f'{at} < :end AND {stays} :end)',
            'closing': f'{at} < :end AND {stays} :end)',
            'opening': f'{at} < :start AND {stays} :start)',
            'leavers': f'{at} < :start AND {"".join(until)} >= :start '
                       f'AND {"".join(until)} < :end',
        }.get(fold, f'{at} >= :start AND {at} < :end')
        if fold == 'ages':
            value = f':end - {at}'
        return self.select(f'SELECT {value}, {at}, {", ".join(DIMENSIONS)} FROM "{kind}" '
                           f'WHERE ({where}) AND {placed}',
                           start=start, end=end, as_of=self.as_of[kind])

    def cells(self, measure, start, end):
        """By dimension and member; the whole is that of (None, None)."""
        groups = {(None, None): []}
        for value, _, *members in self.rows_of(measure, start, end):
            groups[None, None].append(value)
            for member in zip(DIMENSIONS, members):
                groups.setdefault(member, []).append(value)
        return {key: fold_rows(measure[0], values) for key, values in groups.items()}

    def months(self, measure, starts):
        """The whole of each month."""
        if measure[0] in ('stock', 'ages', 'opening', 'closing', 'leavers'):
            return {start: fold_rows(measure[0], [row[0] for row in self.rows_of(
                measure, start, next_month(start))]) for start in starts}
        groups = {start: [] for start in starts}
        for value, at, *_ in self.rows_of(measure, starts[0], next_month(starts[-1])):
            groups[month_start(at)].append(value)
        return {start: fold_rows(measure[0], values) for start, values in groups.items()}

    def dimensions_of(self, id):
        """Those that all tables have that it is counted from."""
        parts = RATIOS[id][0] if id in RATIOS else [id]
        kinds = {{**MEASURES, **PARTS}[part][1] for part in parts}
        return [dimension for dimension in DIMENSIONS
                if all(self.has(kind, dimension) for kind in kinds)]


def with_ratios(cells):
    """The KPIs, of cells of all measures by a key of any kind."""
    found = {id: cells[id] for id in MEASURES}
    for id, (parts, combine) in RATIOS.items():
        found[id] = {key: ratio([cells[part].get(key) for part in parts], combine)
                     for key in cells[parts[0]]}
    return found


def ratio(cells, combine):
    """Sum by sum; what a part does not have is not 0."""
    values = [cell and cell['value'] for cell in cells]
    if any(value is None for value in values):
        return {'value': None}
    numerator, denominator = combine(*values)
    return {'value': numerator / denominator if denominator else None}


# ---------------------------------------------------------------------------------------------
# The comparison


def differences(name, expected, found):
    if found is None:
        if expected['value'] and expected.get('n', 1):
            yield f'{name}: missing, expected {expected["value"]}'
        return
    for key in ('value', 'n'):
        if key in expected and not same(expected[key], found.get(key)):
            yield f'{name}: {key} is {found.get(key)!r}, expected {expected[key]!r}'
    for key, wanted in (expected.get('statistics') or {}).items():
        told = (found.get('statistics') or found).get(key)
        if key in ('mean', 'median', 'p90') and not same(wanted, told):
            yield f'{name}: {key} is {told!r}, expected {wanted!r}'


def split_differences(dimension, expected, found):
    members = {member['key']: member for member in found or []}
    for (where, member), cell in expected.items():
        if where == dimension:
            yield from differences(str(member), cell, members.pop(member, None))
    for key, told in members.items():
        if told.get('n') and told.get('value'):
            yield f'{key}: not expected, is {told["value"]}'


def series_differences(expected, series):
    told = {point['key']: point for point in series or []}
    for key, cell in expected.items():
        yield from differences(key, cell, told.pop(key, None))
    yield from (f'{key}: not expected' for key in told)


class Answers:
    """What SQL says of the period of the report, and of each of its months."""

    def __init__(self, desk, period):
        start, end = (parse_time(period[key]) for key in ('from', 'to'))
        starts = [start]
        while next_month(starts[-1]) < end:
            starts.append(next_month(starts[-1]))
        measures = {**MEASURES, **PARTS}
        self.whole = with_ratios({id: desk.cells(measure, start, end)
                                  for id, measure in measures.items()})
        self.months = with_ratios({id: desk.months(measure, starts)
                                   for id, measure in measures.items()})
        self.dimensions = {id: desk.dimensions_of(id) for id in self.whole}


def compare(tap, answers, report):
    found = {kpi['id']: kpi for kpi in report['kpis']}
    tap.line('every KPI is compared, or it says why not',
             [f'{id} is neither' for id in found
              if id not in answers.whole and id not in NOT_IN_SQL]
             + [f'{id} is no KPI' for id in [*answers.whole, *NOT_IN_SQL] if id not in found])
    for id, why in NOT_IN_SQL.items():
        tap.line(id, [], skip=why)
    for id, expected in answers.whole.items():
        if not found[id]['available']:
            tap.line(id, [f'not available: {found[id]["reason"]}'])
            continue
        tap.line(f'{id} headline', differences('headline', expected[None, None], found[id]))
        tap.line(f'{id} by month', series_differences(
            {month_key(start): cell for start, cell in answers.months[id].items()},
            found[id]['series']))
        for dimension in answers.dimensions[id]:
            tap.line(f'{id} by {dimension}', split_differences(
                dimension, expected, found[id]['splits'].get(dimension)))


def spoil(report):
    """Makes the report wrong, and tells in how many lines."""
    kpis = {kpi['id']: kpi for kpi in report['kpis']}
    kpis['csat']['value'] *= 1 + 3e-9
    kpis['backlog']['n'] += 1
    kpis['handle-time']['statistics']['p90'] += 1
    kpis['nps']['series'][3]['value'] += 1e-6
    kpis['cost-per-ticket']['series'][5]['value'] = 0
    del kpis['tickets-created']['splits']['team'][0]
    kpis['contact-rate']['splits']['plan'][0]['value'] *= 1 + 3e-9
    kpis['kb-views'].update(available=False, reason='')
    return 8


def main():
    cli, generator, companions, folder = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    raw = folder / 'zendesk.csv'
    subprocess.run([generator, '--product', 'zendesk', '--rows', str(ROWS), '--seed', '11',
                    '-o', raw], check=True)
    subprocess.run([sys.executable, companions, raw, folder / 'desk'], check=True)
    files = sorted((folder / 'desk').glob('*.csv'))

    with open(folder / 'rows.csv', 'wb') as file:
        subprocess.run([cli, 'rows', *files, '--csv', '--time-zone', 'UTC'], check=True, stdout=file)
    report = subprocess.run([cli, 'report', *files, '--time-zone', 'UTC', '--period', PERIOD, '--by',
                             'month', '--split', ','.join(DIMENSIONS), '-o', '-'],
                            check=True, stdout=subprocess.PIPE)
    report = json.loads(report.stdout)
    answers = Answers(Desk(folder / 'rows.csv'), report['period'])
    tap = Tap()
    compare(tap, answers, report)
    wrong = Tap(quiet=True)
    wanted = spoil(report)
    compare(wrong, answers, report)
    tap.line('what is wrong is found',
             [] if wrong.failed == wanted else [f'{wrong.failed} lines differ, not {wanted}'])
    print(f'1..{tap.n}')
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
