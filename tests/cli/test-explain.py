# SPDX-License-Identifier: GPL-3.0-or-later
"""--explain: a change taken apart, in the JSON."""
import json
import math

from harness import DONE, SAMPLE, USAGE, Run, folder, run_tests


def ratings(shares):
    """Rated tickets: (month, channel, answers, good ones)."""
    lines = ['Ticket ID,Created at,Solved at,Updated at,Status,Satisfaction Score,Channel,Assignee']
    for month, channel, answers, good in shares:
        for i in range(answers):
            day = f'{month}-{i % 28 + 1:02d}'
            lines.append(f'{len(lines)},{day} 09:00:00,{day} 10:00:00,{day} 11:00:00,{("Solved", "Closed")[i % 2]},'
                         f'{"Good" if i < good else "Bad"},{channel},Agent {i % 3}')
    return '\n'.join(lines) + '\n'


# Both channels rise by a point, and the whole falls by two.
SIMPSON = ratings([('2025-02', 'email', 700, 630), ('2025-02', 'chat', 300, 240),
                   ('2025-03', 'email', 400, 364), ('2025-03', 'chat', 600, 486)])


def explain(path, *options):
    run = Run('report', path, '-o', '-', '--time-zone', 'UTC', *options).expect(DONE)
    return json.loads(run.output)


def near(a, b):
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


def test_only_on_request():
    with folder(tickets_csv=SIMPSON):
        assert 'explain' not in explain('tickets.csv')


def test_simpson():
    with folder(tickets_csv=SIMPSON):
        change, = explain('tickets.csv', '--period', '2025-03', '--explain', 'csat')['explain']
        assert change['kpi'] == 'csat' and change['available'] is True, change
        assert near(change['before']['value'], .87) and near(change['after']['value'], .85)
        assert near(change['change'], -.02) and change['signal'] == 'none'
        channel = next(d for d in change['dimensions'] if d['field'] == 'channel')
        assert near(channel['rate'], .01) and near(channel['mix'], -.03) and channel['rest'] == 0
        assert channel['opposite'] is True and channel['overlapping'] is False
        chat = next(m for m in channel['members'] if m['key'] == 'chat')
        assert near(chat['before']['share'], .3) and near(chat['after']['share'], .6)
        assert chat['rows'] == {'period': '2025-03', 'filter': {'channel': ['chat']}}
        assert any('shares changed' in s for s in change['sentences'])


def test_adds_up():
    """Of every KPI of the sample, by every dimension and by days."""
    kpis = 'tickets-created,tickets-closed,backlog,first-response-time,resolution-time,csat'
    explained = explain(SAMPLE, '--explain', kpis)['explain']
    assert [e['kpi'] for e in explained] == kpis.split(',')
    for change in explained:
        assert change['dimensions'], change['kpi']
        for dimension in change['dimensions']:
            total = sum(m['contribution'] for m in dimension['members'])
            total += dimension['others']['contribution'] + dimension['rest']
            assert near(total, change['change']), (change['kpi'], dimension['field'])
        assert near(sum(d['contribution'] for d in change['days']), change['change'])


def test_closed_where_none_came():
    """What closes in a channel without a new ticket has no ratio, but is a part of the change."""
    tickets = ('Ticket ID,Channel,Created,Solved\n'
               '1,email,2025-02-03 09:00:00,2025-02-04 09:00:00\n'
               '2,chat,2025-02-03 09:00:00,2025-03-04 09:00:00\n'
               '3,email,2025-03-03 09:00:00,2025-03-05 09:00:00\n')
    with folder(tickets_csv=tickets):
        change, = explain('tickets.csv', '--period', '2025-03', '--explain', 'closure-ratio')['explain']
    assert change['before']['value'] == .5 and change['after']['value'] == 2, change
    channel = next(d for d in change['dimensions'] if d['field'] == 'channel')
    parts = {m['key']: m for m in channel['members']}
    # Closed: e-mail 1 of 2 -> 1 of 1, chat 0 of 2 -> 1 of 1, and chat's half of the tickets goes.
    assert near(parts['email']['contribution'], 1 - .5 - .5 * 1.25), parts
    assert near(parts['chat']['contribution'], 1 - 0 + .5 * 1.25), parts
    assert channel['rest'] == 0 and near(sum(d['contribution'] for d in change['days']), 1.5)


def test_how_tickets_stand_is_no_place_to_look():
    with folder(tickets_csv=SIMPSON):
        change, = explain('tickets.csv', '--period', '2025-03', '--explain', 'csat')['explain']
        assert {d['field'] for d in change['dimensions']} == {'channel', 'agent'}, change['dimensions']


def test_rows_behind():
    """What "rows" says to ask for gives the rows that the member counts."""
    with folder(tickets_csv=SIMPSON):
        change, = explain('tickets.csv', '--period', '2025-03', '--explain', 'csat')['explain']
        for dimension in change['dimensions']:
            for member in dimension['members']:
                rows = member['rows']
                filters = [f'--filter={f}={",".join(v)}' for f, v in rows['filter'].items()]
                again = explain('tickets.csv', '--period', rows['period'], *filters, '--kpi', 'csat')
                assert again['kpis'][0]['n'] == member['after']['n'], member


def test_unavailable():
    with folder(tickets_csv=SIMPSON):
        first, second = explain('tickets.csv', '--period', '2025-02',
                                '--explain', 'handle-time,csat')['explain']
        assert first['available'] is False and first['reason'], first
        assert second['available'] is False and second['sentences'], second


def test_unknown():
    with folder(tickets_csv=SIMPSON):
        Run('report', 'tickets.csv', '-o', '-', '--explain', 'nothing').expect(
            USAGE, '--explain', 'nothing', 'csat')


def test_anonymised():
    with folder(tickets_csv=SIMPSON.replace('Agent ', 'Ada ')):
        run = Run('report', 'tickets.csv', '-o', '-', '--period', '2025-03', '--explain', 'csat',
                  '--anonymise').expect(DONE)
        assert 'Ada' not in run.output
        agent = next(d for d in json.loads(run.output)['explain'][0]['dimensions']
                     if d['field'] == 'agent')
        assert all(m['rows'] is None for m in agent['members'])


run_tests(globals())
