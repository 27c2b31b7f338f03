# SPDX-License-Identifier: GPL-3.0-or-later
"""Mistakes that other tools are known for, one test each, on exports to be checked by hand."""
import json

from harness import DONE, Run, folder, run_tests

HEADER = 'Ticket ID,Channel,Created,First reply,First reply due,Solved,Satisfaction rating\n'
HOUR = 3600


def report(rows, *options, zone='UTC'):
    """The KPIs by id, of rows in the order of the header."""
    with folder(tickets_csv=HEADER + rows):
        run = Run('report', 'tickets.csv', '-o', '-', '--time-zone', zone, *options).expect(DONE)
    return {kpi['id']: kpi for kpi in json.loads(run.output)['kpis']}


def created(*days):
    """Tickets that nobody has answered."""
    return ''.join(f'{i},email,{day} 09:00:00,,,,\n' for i, day in enumerate(days, 1))


def value_of(kpi, key):
    return next(point['value'] for point in kpi['series'] if point['key'] == key)


def test_average_over_those_that_missed_the_sla_too():
    """Libredesk averages tickets that met their SLA only."""
    kpis = report('1,email,2025-03-03 09:00:00,2025-03-03 10:00:00,2025-03-03 12:00:00,,\n'
                  '2,email,2025-03-03 09:00:00,2025-03-03 18:00:00,2025-03-03 12:00:00,,\n',
                  '--period', '2025-03')
    assert kpis['sla-first-response']['value'] == 0.5
    assert kpis['first-response-time']['value'] == 5 * HOUR
    assert kpis['first-response-time']['n'] == 2


def test_previous_window_is_not_one_day_short():
    """Frappe compares the 30 days of June with 29."""
    days = created('2025-05-02', '2025-05-03', '2025-05-31', '2025-06-01', '2025-06-02',
                   '2025-07-01')
    kpi = report(days, '--period', '2025-06-02..2025-07-01')['tickets-created']
    assert kpi['value'] == 2 and kpi['previous']['value'] == 3, kpi['previous']
    months = created('2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01')
    assert report(months, '--period', '2025-06')['tickets-created']['previous']['value'] == 2


def test_no_data_is_not_zero():
    """Chatwoot and Libredesk answer 0 where there is nothing to average."""
    kpis = report('1,email,2025-01-07 09:00:00,2025-01-07 10:00:00,,2025-01-07 11:00:00,Good\n'
                  '2,email,2025-03-03 09:00:00,,,,\n', '--period', '2025-03')
    for id in ['first-response-time', 'resolution-time', 'csat']:
        assert kpis[id]['value'] is None and kpis[id]['n'] == 0, id
        assert value_of(kpis[id], '2025-02-01') is None, id
    assert kpis['tickets-closed']['value'] == 0  # that is a count


def test_without_hours_business_time_is_not_zero():
    """Chatwoot stores 0 while office hours are off, and averages it."""
    rows = ('1,email,2025-03-01 09:00:00,2025-03-02 09:00:00,,,\n'  # Saturday to Sunday
            '2,email,2025-03-03 09:00:00,2025-03-03 11:00:00,,,\n')
    off = report(rows, '--period', '2025-03')['first-response-time']
    assert off['business'] is None and off['clock'] == 'calendar' and off['value'] == 13 * HOUR
    on = report(rows, '--period', '2025-03', '--hours', 'Mon-Fri 09:00-17:00')
    assert on['first-response-time']['business']['mean'] == 1 * HOUR  # a weekend is a real 0
    assert on['first-response-time']['n'] == 2


def test_backlog_is_not_created_minus_closed():
    """Zammad's backlog is a flow, and can be negative."""
    rows = created(*['2025-01-07'] * 5) + ('6,email,2025-01-08 09:00:00,,,2025-02-03 09:00:00,\n'
                                           '7,email,2025-02-03 09:00:00,,,2025-02-04 09:00:00,\n')
    kpis = report(rows, '--period', '2025-02')
    assert kpis['tickets-created']['value'] - kpis['tickets-closed']['value'] == -1
    assert kpis['backlog']['value'] == 5
    details = kpis['backlog']['details']
    assert (details['start'], details['created'], details['solved']) == (6, 1, 2)


def test_days_are_not_rounded_before_averaging():
    """Frappe rounds every ticket up to whole days."""
    kpi = report('1,email,2025-03-03 09:00:00,,,2025-03-04 10:00:00,\n'
                 '2,email,2025-03-03 09:00:00,,,2025-03-04 11:00:01,\n',
                 '--period', '2025-03')['resolution-time']
    assert kpi['value'] == 25.5 * HOUR + 0.5


def test_the_oldest_is_told_to_the_second():
    """A conditional of a number and NAN is a float, which holds 24 bits."""
    kpis = report('1,email,2023-06-01 00:00:01,,,,\n'
                  '2,email,2025-04-01 09:00:00,,,2025-04-01 10:00:00,\n',
                  '--period', '2025-03')
    assert kpis['backlog']['details']['oldest'] == 670 * 24 * HOUR - 1, kpis['backlog']['details']
    assert kpis['backlog-age']['value'] == 670 * 24 * HOUR - 1


def money(costs, period, header='Month,Salaries'):
    """Cost per ticket with 28 tickets in each month up to June."""
    tickets = 'Ticket ID,Created,Solved\n' + ''.join(
        f'{month}-{day},2025-{month:02}-{day:02} 09:00:00,2025-{month:02}-{day:02} 10:00:00\n'
        for month in range(1, 7) for day in range(1, 29))
    with folder(tickets_csv=tickets, costs_csv=header + '\n' + costs):
        run = Run('report', 'tickets.csv', 'costs.csv', '-o', '-', '--time-zone', 'UTC', '--kpi',
                  'cost-per-ticket', '--period', period).expect(DONE)
    return json.loads(run.output)['kpis'][0]


def test_month_without_costs_is_not_free():
    """A quarter of which a month's costs are missing has no cost per ticket."""
    gap = '2025-01-01,2800\n2025-03-01,2800\n2025-04-01,2800\n'
    assert money(gap, '2025-01')['value'] == 100
    quarter = money(gap, '2025-Q1')
    assert quarter['value'] is None and 'whole months' in quarter['note'], quarter
    late = money('2025-04-01,2800\n2025-05-01,2800\n', '2025-Q2')
    assert late['value'] is None and 'whole months' in late['note'], late


def test_views_of_months_are_not_those_of_their_first_week():
    views = 'Date,Article,Views\n2025-02-01,A,280\n2025-03-01,A,310\n'
    with folder(views_csv=views):
        def ask(period):
            run = Run('report', 'views.csv', '-o', '-', '--time-zone', 'UTC', '--kpi', 'kb-views',
                      '--period', period).expect(DONE)
            return json.loads(run.output)['kpis'][0]
        month, week = ask('2025-03'), ask('2025-02-24..2025-03-02')
        assert (month['value'], month['previous']['value'], month['note']) == (310, 280, None), month
        assert week['value'] is None and 'whole months' in week['note'], week


def test_blank_part_of_costs_is_told():
    costs = '2025-01-01,2800,280\n2025-02-01,,280\n'
    note = money(costs, '2025-02', header='Month,Salaries,Training')['note']
    assert note == 'Counted as nothing where a month has no number: Salaries', note
    whole = money(costs, '2025-01', header='Month,Salaries,Training')
    assert 'no number' not in (whole['note'] or ''), whole


def test_costs_of_quarters_are_not_those_of_their_first_month():
    costs = '2025-01-01,8400\n2025-04-01,8400\n'
    assert money(costs, '2025-Q1')['value'] == 100
    month = money(costs, '2025-04')
    assert month['value'] is None and 'whole quarters' in month['note'], month


def test_no_average_of_averages():
    """A quarter is counted from its tickets, a whole from its rows, never from its parts."""
    rows = ''.join(f'{i},{channel},2025-{month}-03 09:00:00,2025-{month}-03 {hour}:00:00,,'
                   f'2025-{month}-03 20:00:00,{rating}\n'
                   for i, (channel, month, hour, rating) in enumerate([
                       ('chat', '01', 10, 'Good'), ('email', '02', 14, 'Bad'),
                       ('email', '02', 14, 'Bad'), ('email', '02', 14, 'Good')]))
    kpis = report(rows, '--period', '2025-Q1', '--split', 'channel')
    reply = kpis['first-response-time']
    assert [value_of(reply, f'2025-0{m}-01') for m in (1, 2)] == [1 * HOUR, 5 * HOUR]
    assert reply['value'] == 4 * HOUR  # and not 3
    assert sorted(m['value'] for m in reply['splits']['channel']) == [1 * HOUR, 5 * HOUR]
    assert kpis['csat']['value'] == 2 / 4  # and not (1 + 1 / 3) / 2


def test_midnight_in_another_zone():
    """Zammad counted tickets around midnight in the month of another zone."""
    rows = ('1,email,2025-03-31T22:30:00Z,,,,\n'
            '2,email,2025-04-01T03:00:00Z,,,,\n')
    counts = {}
    for zone in ['UTC', 'Europe/Berlin', 'America/New_York']:
        kpi = report(rows, '--period', '2025-03..2025-04', zone=zone)['tickets-created']
        counts[zone] = [value_of(kpi, f'2025-0{month}-01') for month in (3, 4)]
    assert counts == {'UTC': [1, 1], 'Europe/Berlin': [0, 2], 'America/New_York': [2, 0]}, counts


def test_offered_is_not_in_the_denominator():
    """A survey that was offered and not answered is no bad answer."""
    rows = ''.join(f'{i},email,2025-03-03 09:00:00,2025-03-03 10:00:00,,2025-03-03 11:00:00,{word}\n'
                   for i, word in enumerate(['Good', 'Bad', 'Offered', 'Offered', 'Unoffered', '']))
    csat = report(rows, '--period', '2025-03')['csat']
    assert csat['value'] == 0.5 and csat['n'] == 2 and csat['denominator'] == 2


def test_waits_of_those_who_gave_up_are_no_service_level():
    """Legs of RingCentral tell how long a call lasted, not how long it waited."""
    rows = ('Type,Phone Number,Date,Time,Action,Result,Duration\n'
            'Voice,+12065550161,2025-03-15,3:04 PM,Phone Call,Accepted,0:05:23\n'
            'Voice,+12065550161,2025-03-15,3:04 PM,FindMe,Accepted,0:05:11\n'
            'Voice,+12065550162,2025-03-16,3:04 PM,Phone Call,Missed,0:00:25\n')
    with folder(calls_csv=rows):
        run = Run('report', 'calls.csv', '-o', '-', '--period', '2025-03').expect(DONE)
    kpis = {kpi['id']: kpi for kpi in json.loads(run.output)['kpis']}
    assert kpis['abandonment-rate']['value'] == 0.5
    assert not kpis['service-level']['available'], kpis['service-level']['value']
    assert kpis['wait-time']['value'] is None


def test_four_of_five_stars_as_a_fraction_are_satisfied():
    """Frappe writes stars as fractions of five."""
    rows = ''.join(f'{i},email,2025-03-03 09:00:00,2025-03-03 10:00:00,,2025-03-03 11:00:00,{stars}\n'
                   for i, stars in enumerate([1, 0.8, 0.6, 0.2, 0]))
    kpis = report(rows, '--period', '2025-03', '--scale', 'csat=0-1')
    assert kpis['csat']['value'] == 2 / 5, kpis['csat']['value']
    assert kpis['dissatisfaction']['value'] == 2 / 5, kpis['dissatisfaction']['value']


run_tests(globals())
