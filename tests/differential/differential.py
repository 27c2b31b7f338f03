#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares every figure of a report with the same figure computed by SQL from the raw file.

    differential.py CLI GENERATOR FOLDER          TAP: one line a KPI and headline, series or split
    differential.py --sql-only GENERATOR FOLDER   only the figures of the SQL side, as JSON
    differential.py --self-test GENERATOR FOLDER  the comparison itself, on a made-up report

The SQL shares nothing with the application: Python's csv module reads the file, sqlite3 counts.
What the figures mean stands in PRODUCTS (a row of the file as a ticket) and in KPIS (what is
counted of it, and when); nothing else here knows a definition.
"""

import argparse
import copy
import csv
import datetime
import json
import math
import pathlib
import sqlite3
import subprocess
import sys

TOLERANCE = 1e-9
DIMENSIONS = ['channel', 'team', 'agent', 'priority']

# ---------------------------------------------------------------------------------------------
# Definitions

# Days without a further reopening before a solution counts as final.
WINDOW_DAYS = 7


def seconds(column):
    return f"""CAST(strftime('%s', NULLIF("{column}", '')) AS INTEGER)"""


def minutes_after(start, column):
    return f"""{start} + 60 * CAST(NULLIF("{column}", '') AS INTEGER)"""


# A ticket's columns: created, assigned (first), replied (first), solved (only while the status
# says solved), first_solved, replies, reopens, escalated, made_by_agent, rating (1, 0 or null),
# rated, sla_response and sla_resolution (1, 0 or null) with the time that places them, and the
# dimensions. Times are seconds since 1970; what the file cannot say is null.
PRODUCTS = {
    'zendesk': {
        'rows': 50000,
        'dates': ['Created at', 'Updated at', 'Assigned at', 'Initially assigned at', 'Solved at'],
        'ticket': {
            'created': seconds('Created at'),
            'assigned': seconds('Initially assigned at'),
            'replied': minutes_after(seconds('Created at'), 'First reply time in minutes'),
            'solved': f"""CASE WHEN "Status" IN ('Solved', 'Closed')
                               THEN {seconds('Solved at')} END""",
            'first_solved': f"""COALESCE(
                {minutes_after(seconds('Created at'), 'First resolution time in minutes')},
                {seconds('Solved at')})""",
            'replies': 'CAST("Replies" AS INTEGER)',
            'reopens': 'CAST("Reopens" AS INTEGER)',
            'escalated': """' ' || "Tags" || ' ' LIKE '% escalated %'""",
            'made_by_agent': '"Submitter" <> "Requester"',
            'rating': """CASE "Satisfaction Score" WHEN 'Good' THEN 1 WHEN 'Bad' THEN 0 END""",
            'rated': f"COALESCE({seconds('Solved at')}, {seconds('Updated at')})",
            'sla_response': 'NULL',
            'sla_response_at': 'NULL',
            'sla_resolution': 'NULL',
            'sla_resolution_at': 'NULL',
            'channel': '"Via"',
            'team': '"Group"',
            'agent': '"Assignee"',
            'priority': '"Priority"',
        },
        'unavailable': {'sla-first-response', 'sla-resolution'},
        'optional': set(),
    },
    'freshdesk': {
        'rows': 20000,
        'dates': ['Created time', 'Resolved time', 'Closed time', 'Last updated time',
                  'Initial response time'],
        'ticket': {
            'created': seconds('Created time'),
            'assigned': 'NULL',
            'replied': seconds('Initial response time'),
            'solved': f"""CASE WHEN "Status" IN ('Resolved', 'Closed')
                               THEN COALESCE({seconds('Resolved time')},
                                             {seconds('Closed time')}) END""",
            'first_solved': f"COALESCE({seconds('Resolved time')}, {seconds('Closed time')})",
            'replies': 'CAST("Agent interactions" AS INTEGER)',
            'reopens': '0',
            'escalated': """',' || "Tags" || ',' LIKE '%,escalated,%'""",
            'made_by_agent': '0',
            'rating': """CASE "Survey results"
                         WHEN 'Extremely Happy' THEN 1 WHEN 'Happy' THEN 1
                         WHEN 'Neutral' THEN 0 WHEN 'Unhappy' THEN 0
                         WHEN 'Extremely Unhappy' THEN 0 END""",
            'rated': f"""COALESCE({seconds('Resolved time')}, {seconds('Closed time')},
                                  {seconds('Last updated time')})""",
            'sla_response': """CASE "First response status"
                               WHEN 'Within SLA' THEN 1 WHEN 'SLA Violated' THEN 0 END""",
            # The export has no due date of the first reply: it is placed by the reply.
            'sla_response_at': f"COALESCE({seconds('Initial response time')}, {seconds('Created time')})",
            'sla_resolution': """CASE "Resolution status"
                                 WHEN 'Within SLA' THEN 1 WHEN 'SLA Violated' THEN 0 END""",
            'sla_resolution_at': f"COALESCE({seconds('Due by Time')}, {seconds('Created time')})",
            'channel': '"Source"',
            'team': '"Group"',
            'agent': '"Agent"',
            'priority': '"Priority"',
        },
        'unavailable': {'reopen-rate', 'assignment-time'},
        # Reopenings and survey labels are not certain in this file: right if told, else skipped.
        'optional': {'first-contact-resolution', 'csat'},
    },
}

FINAL = f'first_solved + {WINDOW_DAYS} * 86400 <= :as_of'
UNSOLVED = 'created < :end AND (solved IS NULL OR solved >= :end)'
STARTED = '(COALESCE(assigned < :end, 0) OR COALESCE(replied < :end, 0))'

# fold, where, and for all but a stock the value and the time that places it:
#   count     rows                          duration  mean, median and p90 of the value in seconds
#   share     rows whose value is 1 / rows  stock     rows as of the end of the period
KPIS = {
    'tickets-created': ('count', 'created IS NOT NULL', '1', 'created'),
    'tickets-closed': ('count', 'solved IS NOT NULL', '1', 'solved'),
    'tickets-active': ('stock', f'{UNSOLVED} AND {STARTED}'),
    'tickets-pending': ('stock', f'{UNSOLVED} AND NOT {STARTED}'),
    'backlog': ('stock', UNSOLVED),
    'first-response-time': ('duration', 'replied IS NOT NULL', 'replied - created', 'replied'),
    'resolution-time': ('duration', 'solved IS NOT NULL', 'solved - created', 'solved'),
    'assignment-time': ('duration', 'assigned IS NOT NULL', 'assigned - created', 'assigned'),
    'first-resolution-time': ('duration', 'first_solved IS NOT NULL', 'first_solved - created',
                              'first_solved'),
    'work-resolution-time': ('duration', 'solved IS NOT NULL AND COALESCE(assigned, replied) > 0',
                             'solved - MAX(created, COALESCE(assigned, replied))', 'solved'),
    'resolution-rate': ('share', 'created IS NOT NULL', 'solved IS NOT NULL', 'created'),
    'first-contact-resolution': ('share', f'first_solved IS NOT NULL AND replies >= 1 AND {FINAL}',
                                 'replies = 1 AND reopens = 0', 'first_solved'),
    'reopen-rate': ('share', f'first_solved IS NOT NULL AND {FINAL}', 'reopens >= 1',
                    'first_solved'),
    'escalation-rate': ('share', 'created IS NOT NULL', 'escalated', 'created'),
    'csat': ('share', 'rating IS NOT NULL', 'rating', 'rated'),
    'sla-first-response': ('share', 'sla_response IS NOT NULL', 'sla_response', 'sla_response_at'),
    'sla-resolution': ('share', 'sla_resolution IS NOT NULL', 'sla_resolution',
                       'sla_resolution_at'),
}

# One word for the words of both sides; any other word is compared as it is.
WORDS = {
    'channel': {'e-mail': 'email', 'mail': 'email', 'web form': 'web', 'portal': 'web',
                'web-form': 'web', 'voice': 'phone', 'messaging': 'whatsapp'},
    'priority': {'medium': 'normal'},
}
NULL_WORDS = {'', '-', '--', '?', 'n/a', 'null', 'nan', 'none', 'unknown'}

# ---------------------------------------------------------------------------------------------
# The SQL side


def key_of(dimension, key):
    if key is None or key.strip().lower() in NULL_WORDS:
        return None
    if dimension in WORDS:
        word = key.strip().lower()
        return WORDS[dimension].get(word, word)
    return key


def quantile(ordered, p):
    """Linear interpolation, type 7 of Hyndman and Fan (Excel's PERCENTILE.INC)."""
    position = (len(ordered) - 1) * p
    low = math.floor(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (position - low) * (ordered[high] - ordered[low])


def durations(values):
    """The statistics of a duration; None where nothing can be said."""
    if not values:
        return {name: None for name in ('mean', 'median', 'p90', 'min', 'max')}
    ordered = sorted(values)
    return {'mean': math.fsum(ordered) / len(ordered), 'median': quantile(ordered, 0.5),
            'p90': quantile(ordered, 0.9), 'min': ordered[0], 'max': ordered[-1]}


def figure(fold, values):
    """The figure of the values of some tickets."""
    n = len(values)
    if fold in ('count', 'stock'):
        return {'value': n, 'n': n}
    if fold == 'share':
        met = sum(values)
        return {'value': met / n if n else None, 'n': n, 'numerator': met, 'denominator': n}
    statistics = durations(values)
    return {'value': statistics['mean'], 'n': n, 'statistics': statistics}


def month_start(time):
    date = datetime.datetime.fromtimestamp(time, datetime.timezone.utc)
    return int(datetime.datetime(date.year, date.month, 1,
                                 tzinfo=datetime.timezone.utc).timestamp())


def next_month(start):
    return month_start(start + 31 * 86400)


def month_key(start):
    return datetime.datetime.fromtimestamp(start, datetime.timezone.utc).strftime('%Y-%m-%d')


class Figures:
    """A file in sqlite3, and the figures that SQL gives for it."""

    def __init__(self, path, product):
        self.product = PRODUCTS[product]
        self.database = sqlite3.connect(':memory:')
        self.load(path)
        columns = ', '.join(f'{sql} AS {name}' for name, sql in self.product['ticket'].items())
        self.database.execute(f'CREATE TABLE ticket AS SELECT {columns} FROM raw')
        self.as_of = max(self.database.execute(f'SELECT MAX({seconds(column)}) FROM raw')
                         .fetchone()[0] for column in self.product['dates'])
        first = self.database.execute('SELECT MIN(created) FROM ticket').fetchone()[0]
        self.set_period(month_start(first), next_month(month_start(self.as_of)))

    def load(self, path):
        with open(path, newline='', encoding='utf-8') as file:
            reader = csv.reader(file)
            header = next(reader)
            names = ', '.join(f'"{name}" TEXT' for name in header)
            marks = ', '.join('?' * len(header))
            self.database.execute(f'CREATE TABLE raw ({names})')
            self.database.executemany(f'INSERT INTO raw VALUES ({marks})', reader)

    def set_period(self, start, end):
        self.start, self.end = start, end
        self.months = []
        while start < end:
            self.months.append((start, min(next_month(start), end)))
            start = next_month(start)

    def select(self, columns, where, **parameters):
        sql = f'SELECT {columns} FROM ticket WHERE {where}'
        return self.database.execute(sql, {'as_of': self.as_of, **parameters}).fetchall()

    def placed(self, kpi):
        """Of all tickets that count in the period: month, value and the four dimensions."""
        _, where, value, at = KPIS[kpi]
        rows = self.select(f'{at}, {value}, ' + ', '.join(DIMENSIONS),
                           f'{where} AND {at} >= :start AND {at} < :end',
                           start=self.start, end=self.end)
        return [(month_start(row[0]), row[1], *row[2:]) for row in rows]

    def stock(self, kpi, end):
        _, where = KPIS[kpi]
        return [(None, 1, *row) for row in self.select(', '.join(DIMENSIONS), where, end=end)]

    def kpi(self, kpi):
        fold = KPIS[kpi][0]
        if fold == 'stock':
            rows = self.stock(kpi, self.end)
            series = {month_key(start): self.stock(kpi, end) for start, end in self.months}
        else:
            rows = self.placed(kpi)
            series = {month_key(start): [] for start, _ in self.months}
            for row in rows:
                series[month_key(row[0])].append(row)

        splits = {}
        for i, dimension in enumerate(DIMENSIONS):
            groups = splits[dimension] = {}
            for row in rows:
                groups.setdefault(key_of(dimension, row[2 + i]), []).append(row)

        def fold_rows(group):
            return figure(fold, [row[1] for row in group])

        return {
            'headline': fold_rows(rows),
            'series': {key: fold_rows(group) for key, group in series.items()},
            'splits': {dimension: {key: fold_rows(group) for key, group in groups.items()}
                       for dimension, groups in splits.items()},
        }

    def all(self):
        return {kpi: self.kpi(kpi) for kpi in KPIS if kpi not in self.product['unavailable']}


# ---------------------------------------------------------------------------------------------
# The comparison


def same(a, b):
    if a is None or b is None:
        return a is None and b is None
    return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=1e-12)


def differences(name, expected, found, statistic):
    """What of one figure differs, in words; a figure of nothing may be left out."""
    if found is None:
        if expected['n']:
            yield f'{name}: missing, expected n {expected["n"]}'
        return
    value = expected['statistics'][statistic] if 'statistics' in expected else expected['value']
    for key, wanted in (('value', value), ('n', expected['n'])):
        if not same(wanted, found.get(key)):
            yield f'{name}: {key} is {found.get(key)!r}, expected {wanted!r}'


def headline_differences(expected, found, statistic):
    yield from differences('headline', expected, found, statistic)
    for key, wanted in expected.get('statistics', {}).items():
        told = (found.get('statistics') or {}).get(key)
        if not same(wanted, told):
            yield f'headline: {key} is {told!r}, expected {wanted!r}'
    for key in ('numerator', 'denominator'):
        if key in expected and not same(expected[key], found.get(key)):
            yield f'headline: {key} is {found.get(key)!r}, expected {expected[key]!r}'


def member_differences(expected, found, statistic):
    """Differences of a series or a split, both by key."""
    for key in expected:
        yield from differences(str(key), expected[key], found.get(key), statistic)
    for key, told in found.items():
        if key not in expected and told.get('n'):
            yield f'{key}: not expected, n is {told["n"]}'


def by_key(members, dimension):
    """A split by key. Two members may not fall together."""
    keyed = {}
    for member in members:
        key = key_of(dimension, member['key'])
        if key in keyed:
            raise ValueError(f'{dimension} {key!r} is there twice')
        keyed[key] = member
    return keyed


class Tap:
    def __init__(self, quiet=False):
        self.n = self.failed = 0
        self.quiet = quiet

    def line(self, name, problems, skip=None):
        self.n += 1
        problems = list(problems)
        self.failed += bool(problems)
        if self.quiet:
            return
        print(('not ok' if problems else 'ok'), self.n, name + (f' # SKIP {skip}' if skip else ''))
        for problem in problems[:8]:
            print('#  ', problem)
        if len(problems) > 8:
            print('#  ', f'and {len(problems) - 8} more')


def compare_kpi(tap, name, expected, found, statistic):
    tap.line(f'{name} headline', headline_differences(expected['headline'], found, statistic))
    series = {point['key']: point for point in found.get('series') or []}
    tap.line(f'{name} series', member_differences(expected['series'], series, statistic))
    for dimension in DIMENSIONS:
        try:
            split = by_key((found.get('splits') or {}).get(dimension) or [], dimension)
            problems = member_differences(expected['splits'][dimension], split, statistic)
        except ValueError as error:
            problems = [str(error)]
        tap.line(f'{name} by {dimension}', problems)


def parse_time(text):
    return int(datetime.datetime.fromisoformat(text.replace('Z', '+00:00')).timestamp())


def compare(tap, product, figures, report, statistic):
    """All lines of one report. With the median as headline only durations differ."""
    found = {kpi['id']: kpi for kpi in report['kpis']}
    # The period may begin and end as it likes so long as it holds all the data.
    start, end = (parse_time(report['period'][key]) for key in ('from', 'to'))
    if statistic == 'mean':
        tap.line(f'{product} period',
                 [f'{start}..{end} does not hold all of {figures.start}..{figures.as_of}']
                 if start >= figures.end or end <= figures.as_of else [])
    figures.set_period(start, end)

    for kpi, expected in figures.all().items():
        if statistic != 'mean' and KPIS[kpi][0] != 'duration':
            continue
        name = f'{product} {kpi}' + ('' if statistic == 'mean' else f' ({statistic})')
        told = found.get(kpi)
        if told and told.get('available'):
            compare_kpi(tap, name, expected, told, statistic)
        elif kpi in figures.product['optional']:
            tap.line(name, [], skip='not available')
        else:
            tap.line(name, [f'not available: {told.get("reason") if told else "not in report"}'])


# ---------------------------------------------------------------------------------------------
# The programs


def generate(generator, folder, product, rows):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f'differential-{product}.csv'
    subprocess.run([generator, '--product', product, '--rows', str(rows), '--seed', '7',
                    '-o', path], check=True)
    return path


def run_report(cli, path, statistic):
    command = [cli, 'report', str(path), '--time-zone', 'UTC', '--period', 'all', '--by', 'month',
               '--statistic', statistic, '--split', ','.join(DIMENSIONS), '-o', '-']
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def report_of(figures, statistic='mean'):
    """The report that would agree: for the self-test."""
    def told(key, expected):
        value = expected['statistics'][statistic] if 'statistics' in expected \
            else expected['value']
        return {'key': key, 'value': value, 'n': expected['n']}

    def kpi_of(kpi, expected):
        return {
            'id': kpi, 'available': True, **expected['headline'],
            'value': told(None, expected['headline'])['value'],
            'series': [told(key, point) for key, point in expected['series'].items()],
            'splits': {dimension: [told(key, member) for key, member in split.items()]
                       for dimension, split in expected['splits'].items()},
        }

    def text(time):
        return datetime.datetime.fromtimestamp(time, datetime.timezone.utc).isoformat()

    return {'period': {'from': text(figures.start), 'to': text(figures.end)},
            'kpis': [kpi_of(kpi, expected) for kpi, expected in figures.all().items()]}


def spoil_value(report):
    report['kpis'][5]['series'][3]['value'] *= 1 + 3e-9


def spoil_n(report):
    report['kpis'][0]['splits']['agent'][7]['n'] += 1


def spoil_statistic(report):
    report['kpis'][6]['statistics']['p90'] += 1


def spoil_member(report):
    del report['kpis'][2]['splits']['team'][0]


def spoil_key(report):
    next(member for member in report['kpis'][0]['splits']['priority']
         if member['key'] is None)['key'] = 'nowhere'


def spoil_kpi(report):
    report['kpis'][4]['available'] = False


def self_test(generator, folder):
    """One line for a report that agrees and one for each way of being wrong."""
    tap = Tap()
    path = generate(generator, folder, 'zendesk', 5000)
    for statistic in ('mean', 'median'):
        figures = Figures(path, 'zendesk')
        inner = Tap(quiet=True)
        compare(inner, 'zendesk', figures, report_of(figures, statistic), statistic)
        tap.line(f'{inner.n} lines agree ({statistic})',
                 [f'{inner.failed} do not'] if inner.failed else [])

    right = report_of(Figures(path, 'zendesk'))
    for spoil in (spoil_value, spoil_n, spoil_statistic, spoil_member, spoil_key, spoil_kpi):
        wrong = copy.deepcopy(right)
        spoil(wrong)
        inner = Tap(quiet=True)
        compare(inner, 'zendesk', Figures(path, 'zendesk'), wrong, 'mean')
        tap.line(f'{spoil.__name__} is found',
                 [] if inner.failed == 1 else [f'{inner.failed} lines differ, expected 1'])
    return tap


def print_figures(generator, folder, rows_of):
    result = {}
    for product in PRODUCTS:
        figures = Figures(generate(generator, folder, product, rows_of(product)), product)
        result[product] = figures.all()
        for kpi in result[product].values():
            for split in kpi['splits'].values():
                if None in split:
                    split['(blank)'] = split.pop(None)
    json.dump(result, sys.stdout, indent=1, ensure_ascii=False)
    print()


def test(cli, generator, folder, rows_of):
    tap = Tap()
    for product in PRODUCTS:
        path = generate(generator, folder, product, rows_of(product))
        figures = Figures(path, product)
        for statistic in ('mean', 'median'):
            compare(tap, product, figures, run_report(cli, path, statistic), statistic)
    return tap


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--sql-only', action='store_true')
    parser.add_argument('--self-test', action='store_true')
    parser.add_argument('--rows', type=int, help='of each file, instead of the usual numbers')
    parser.add_argument('programs', nargs='+', metavar='[CLI] GENERATOR FOLDER')
    arguments = parser.parse_args()

    *cli, generator, folder = arguments.programs
    folder = pathlib.Path(folder)
    if len(cli) != (0 if arguments.sql_only or arguments.self_test else 1):
        parser.error('wrong number of arguments')

    def rows_of(product):
        return arguments.rows or PRODUCTS[product]['rows']

    if arguments.sql_only:
        print_figures(generator, folder, rows_of)
        return 0
    try:
        tap = self_test(generator, folder) if arguments.self_test \
            else test(cli[0], generator, folder, rows_of)
    except subprocess.CalledProcessError as error:
        print(f'Bail out! {error}')
        return 1
    print(f'1..{tap.n}')
    return 1 if tap.failed else 0


if __name__ == '__main__':
    sys.exit(main())
