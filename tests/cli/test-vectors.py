# SPDX-License-Identifier: GPL-3.0-or-later
"""Worked examples with known results, through the whole program."""
import datetime
import json
import math

from harness import DONE, Run, folder, run_tests

DAY = '2025-03-03 09:00:00'


def figure(kpi, text, *choices, name='in.csv'):
    """The KPI of March, of one file."""
    options = [option for choice in choices for option in ('--set', f'{kpi}.{choice}')]
    with folder():
        with open(name, 'w', encoding='utf-8') as file:
            file.write(text)
        run = Run('report', name, '-o', '-', '--time-zone', 'UTC', '--period', '2025-03', '--kpi',
                  kpi, *options).expect(DONE)
    return json.loads(run.output)['kpis'][0]


def near(value, expected, digits=None):
    """To so many printed digits; without, exactly."""
    told = value if digits is None else round(value, digits)
    assert math.isclose(told, expected, rel_tol=1e-12), (value, expected)


def answers(question, counts):
    """A survey with so many of each answer."""
    scores = [score for score, n in counts.items() for _ in range(n)]
    return f'Response ID,Answered at,{question}\n' + ''.join(
        f'R{i},{DAY},{score}\n' for i, score in enumerate(scores))


def test_csat():
    """AskNicely's help page prints n 17 and 76.5 %: wrong."""
    survey = answers('CSAT (1-5)', {1: 1, 2: 2, 3: 3, 4: 4, 5: 9})
    kpi = figure('csat', survey)
    assert kpi['n'] == 19
    near(kpi['value'], .684, 3)
    near(figure('csat-score', survey)['value'], 3.947, 3)
    near(figure('csat', survey, 'method=top-box')['value'], 9 / 19)
    near(figure('csat', survey, 'method=without-neutral')['value'], 13 / 16)
    near(figure('csat', survey, 'method=not-negative')['value'], 16 / 19)
    near(figure('dissatisfaction', survey)['value'], 3 / 19)


def test_csat_of_calls():
    """Callers that rated the call count where nothing else is rated."""
    calls = 'Call ID,Start time,Status,Talk time,Satisfaction (1-5)\n' + ''.join(
        f'C{i},{DAY},Answered,00:02:00,{score}\n' for i, score in enumerate([5, 4, 2, '']))
    kpi = figure('csat', calls)
    assert (kpi['numerator'], kpi['n']) == (2, 3), kpi


def test_sla_of_time_left():
    """Jira writes the time left: negative is too late; while the clock runs nothing is decided."""
    issues = ('Issue key,Issue id,Created,Resolved,Status,Custom field (Time to first response),'
              'Custom field (Time to resolution)\n' + ''.join(
                  f'A-{i},{i},03/Mar/25 9:00 AM,{solved},{status},{reply},{left}\n'
                  for i, (solved, status, reply, left) in enumerate([
                      ('03/Mar/25 11:00 AM', 'Done', '1:30', '4:00'),
                      ('04/Mar/25 11:00 AM', 'Done', '-0:30', '2:15'),
                      ('05/Mar/25 11:00 AM', 'Done', '0:45', '-12:05'),
                      ('', 'In Progress', '0:20', '30:00'),
                      ('', 'In Progress', '-0:20', '-1:00')])))
    first = figure('sla-first-response', issues)
    assert (first['numerator'], first['n']) == (2, 4), first
    resolution = figure('sla-resolution', issues)
    assert resolution['numerator'] == 2, resolution


def test_wilson():
    for good, n, low, high in [(10, 12, .5520, .9530), (45, 50, .7864, .9565)]:
        interval = figure('csat', answers('CSAT (1-5)', {5: good, 1: n - good}))['interval']
        near(interval['low'], low, 4)
        near(interval['high'], high, 4)


def test_ces():
    question = 'The company made it easy for me to handle my issue (1-7)'
    survey = answers(question, dict(zip(range(1, 8), [5, 7, 8, 10, 15, 25, 30])))
    kpi = figure('ces', survey)
    assert kpi['value'] == .7 and kpi['details'] == {'mean': 5.18, 'index': 35}, kpi['details']
    assert figure('ces', survey, 'method=top-two')['value'] == .55
    effort = figure('ces', survey, 'direction=effort')
    assert effort['value'] == .2 and effort['details']['index'] == 12 - 70, effort['details']


def test_nps():
    for counts, value, margin in [((50, 30, 20), 30, 15.31), ((300, 200, 100), 33.33, 5.96),
                                  ((100, 60, 40), 30, None)]:
        kpi = figure('nps', answers('NPS (0-10)', dict(zip([10, 7, 0], counts))))
        near(kpi['value'], value, 2)
        if margin:
            near(kpi['interval']['high'] - kpi['value'], margin, 2)
    marked = figure('nps', answers('NPS (1-10)', {1: 20, 8: 30, 10: 50}))
    assert marked['value'] == 30 and '1 to 10' in marked['note'], marked['note']



def test_nps_of_few():
    """Four of four promoters have no variance, but leave doubt: two of four are no news."""
    answers = [('2025-02-03', 10)] * 4 + [('2025-03-03', 10)] * 2 + [('2025-03-03', 7)] * 2
    kpi = figure('nps', 'Response ID,Answered at,NPS (0-10)\n' + ''.join(
        f'R{i},{day} 09:00:00,{score}\n' for i, (day, score) in enumerate(answers)))
    assert (kpi['previous']['value'], kpi['value'], kpi['signal']) == (100, 50, 'none'), kpi


def calls():
    """1,000 answered, 860 of them in 20 s; 60 abandoned, 20 of them in 20 s, 10 of these in 5 s."""
    waits = [('Answered', 10)] * 860 + [('Answered', 30)] * 140 + \
            [('Abandoned', 3)] * 10 + [('Abandoned', 12)] * 10 + [('Abandoned', 40)] * 40
    return 'Call ID,Started at,Wait time (s),Talk time (s),Status,Channel\n' + ''.join(
        f'C{i},{DAY},{wait},{60 if word == "Answered" else 0},{word},Phone\n'
        for i, (word, wait) in enumerate(waits))


def test_service_level():
    """The six formulas of Call Centre Helper and ICMI."""
    for formula, value in [('abandoned-in-time-count', .830), ('answered-only', .860),
                           ('answered-of-offered', .811), ('without-abandoned-in-time', .827),
                           ('short-abandoned-count', .821), ('without-short-abandoned', .819)]:
        kpi = figure('service-level', calls(), f'formula={formula}')
        near(kpi['value'], value, 3)
    chats = calls().replace('Phone', 'Chat')
    near(figure('service-level', chats)['value'], 1000 / 1060)
    near(figure('service-level', chats, 'chat-threshold=20')['value'], 860 / 1060)


def test_abandonment():
    near(figure('abandonment-rate', calls())['value'], .0566, 4)
    near(figure('abandonment-rate', calls(), 'short=5')['value'], 50 / 1050)
    near(figure('abandonment-rate', calls(), 'short=20')['value'], 40 / 1040)


def test_totals_by_formula():
    """Of totals only the formulas have a figure that need nobody's wait."""
    totals = ('Date,Queue,Offered,Answered,Abandoned,Answered in time\n'
              '2025-03-03,A,600,560,40,500\n2025-03-04,A,460,440,20,360\n')
    near(figure('service-level', totals)['value'], .811, 3)
    near(figure('service-level', totals, 'formula=answered-only')['value'], .860, 3)
    none = figure('service-level', totals, 'formula=without-short-abandoned')
    assert none['value'] is None and 'one by one' in none['note'], none


def test_percentiles():
    """Type 7, as Excel's PERCENTILE.INC: 111, where the nearest rank is 90."""
    start = datetime.datetime.fromisoformat('2025-03-03 09:00:00')
    rows = ''.join(f'{i},{start},{start + datetime.timedelta(minutes=minutes)}\n'
                   for i, minutes in enumerate([5, 7, 8, 12, 15, 20, 33, 47, 90, 300]))
    kpi = figure('resolution-time', 'Ticket ID,Created,Solved\n' + rows)
    statistics = {name: value / 60 for name, value in kpi['statistics'].items()}
    for name, value in [('mean', 53.7), ('median', 17.5), ('p90', 111)]:
        assert math.isclose(statistics[name], value), statistics


def customers(passed):
    """1,000 at the start, of whom 50 leave; 80 come and stay, some come and leave."""
    rows = [('2024-06-01', '2025-03-10')] * 50 + [('2024-06-01', '')] * 950 + \
           [('2025-03-05', '')] * 80 + [('2025-03-05', '2025-03-20')] * passed
    return 'Customer ID,Customer since,Cancelled on\n' + ''.join(
        f'K{i},{since},{until}\n' for i, (since, until) in enumerate(rows))


def test_churn():
    for formula, passed, value in [('start', 0, .05), ('average', 0, 50 / 1015),
                                   ('start-and-new', 0, 50 / 1080), ('with-passed', 5, .055)]:
        near(figure('churn-rate', customers(passed), f'formula={formula}')['value'], value)
    assert figure('net-customer-change', customers(0))['value'] == .03


def test_first_contact_says_what_was_counted():
    """A ticket of which nobody knows the replies is no ticket without one."""
    rows = ''.join(f'{i},{DAY},{DAY},{replies}\n' for i, replies in enumerate([1, 2, 0, '']))
    tickets = 'Ticket ID,Created,Solved,Agent replies\n' + rows + '9,2025-04-30 09:00:00,,\n'
    kpi = figure('first-contact-resolution', tickets)
    assert (kpi['value'], kpi['excluded']) == (.5, {'no-reply': 1, 'not-said': 1}), kpi
    assert 'writes again' in kpi['definition'] and 'Window: 7' in kpi['definition']
    assert kpi['columns'] == ['Solved', 'Agent replies'], kpi['columns']
    kpi = figure('first-contact-resolution', tickets, 'method=one-touch')
    assert (kpi['value'], kpi['excluded']) == (2 / 3, {'not-said': 1}), kpi
    assert 'writes again' not in kpi['definition'], kpi['definition']


def test_service_level_says_what_was_counted():
    assert 'at once' not in figure('service-level', calls())['definition']
    short = figure('service-level', calls(), 'formula=without-short-abandoned')
    assert 'Abandoned at once is up to: 5' in short['definition'], short['definition']


def test_different_people():
    """Several tickets may be of one customer: 100 closed are of fewer people."""
    rows = ''.join(f'{i},{name}@example.com,{DAY},{solved}\n' for i, (name, solved) in enumerate(
        [('ann', DAY), ('ANN', DAY), ('bob', DAY), ('cat', ''), ('cat', '')]))
    header = 'Ticket ID,Requester email,Created,Solved\n'
    assert figure('tickets-created', header + rows)['details']['requesters'] == 3
    closed = figure('tickets-closed', header + rows)
    assert (closed['value'], closed['details']) == (3, {'customers': 2})
    unnamed = 'Ticket ID,Created,Solved\n1,' + DAY + ',' + DAY + '\n'
    assert 'requesters' not in figure('tickets-created', unnamed)['details']


run_tests(globals())
