# SPDX-License-Identifier: GPL-3.0-or-later
"""Signals, targets, benchmarks and the past, in the JSON."""
import datetime
import functools
import json
import re
import shutil
import subprocess

from harness import DONE, SAMPLE, TICKETS, USAGE, Run, Skip, folder, run_tests


@functools.cache
def report(*options):
    run = Run('report', SAMPLE, '-o', '-', '--time-zone', 'UTC', *options).expect(DONE)
    return {k['id']: k for k in json.loads(run.output)['kpis'] if k['available']}


def read_pages(*arguments):
    """What the pages of the report say."""
    if not shutil.which('pdftotext'):
        raise Skip('pdftotext is not there')
    Run('report', *arguments, '-o', 'out.pdf').expect(DONE)
    return subprocess.run(['pdftotext', '-layout', 'out.pdf', '-'], stdout=subprocess.PIPE,
                          text=True, check=True).stdout


def test_signals_of_points():
    kpis = report()
    for kpi in kpis.values():
        if kpi['control'] is None:
            continue
        assert kpi['control']['chart'] in ('xmr', 'p', 'laney-p', 'u', 'laney-u'), kpi['id']
        for point in kpi['series']:
            assert set(point['signals']) <= {'outside', 'one-side', 'trend', 'two-of-three'}
            if point['low'] is not None and point['value'] is not None:
                outside = not point['low'] <= point['value'] <= point['high']
                assert outside == ('outside' in point['signals']), (kpi['id'], point)
    assert kpis['csat']['control']['chart'] == 'p'
    assert kpis['tickets-created']['control']['chart'] == 'u'
    assert kpis['resolution-time']['control']['chart'] == 'xmr'


def test_signal_follows_the_chart():
    for kpi in report().values():
        if kpi['signal_by'] == 'control':
            assert (kpi['signal'] == 'none') == (kpi['signal_rules'] == []), kpi['id']


def test_past_and_year():
    created = report()['tickets-created']
    values = [p['value'] for p in created['series'] if not p.get('partial')]
    past = sorted(values[-13:-1])
    assert created['history'] == {'n': 12, 'median': (past[5] + past[6]) / 2, 'low': past[0],
                                  'high': past[-1]}, created['history']
    assert created['year']['value'] == values[-13]
    assert created['year']['change'] == created['value'] - values[-13]


def desk(first, last, per_day=10):
    """Tickets on the working days from one day to another, answered after an hour."""
    day, lines = datetime.date.fromisoformat(first), ['Ticket ID,Created at,First reply at']
    while day <= datetime.date.fromisoformat(last):
        lines += [f'{day}-{i},{day} 09:00:00,{day} 10:00:00' for i in range(per_day)
                  if day.weekday() < 5]
        day += datetime.timedelta(days=1)
    return '\n'.join(lines) + '\n'


CALLS = 'Call ID,Call start,Answered,Talk time\n' + ''.join(
    f'{n},2025-03-{1 + n % 31:02} 12:00:00,yes,00:03:00\n' for n in range(62))


def ask(*arguments):
    run = Run('report', *arguments, '-o', '-', '--time-zone', 'UTC').expect(DONE)
    document = json.loads(run.output)
    return document['period'], {k['id']: k for k in document['kpis'] if k['available']}


def test_month_that_is_not_whole():
    """Fewer tickets in ten days than in a month are no news, whatever other files tell of."""
    with folder(tickets_csv=desk('2025-01-01', '2025-03-12'), calls_csv=CALLS):
        for files in ['tickets.csv'], ['tickets.csv', 'calls.csv']:
            period, _ = ask(*files)
            assert period['from'].startswith('2025-02-01'), period
            _, kpis = ask(*files, '--period', '2025-03', '--target', 'tickets-created=150..')
            created = kpis['tickets-created']
            assert created['value'] == 80 and created['previous']['value'] == 200
            assert created['change'] is None and created['signal'] is None
            assert '12 Mar 2025' in created['note'] and created['target']['met'] is None
            assert created['series'][-1]['partial'] and not created['series'][-2].get('partial')
            assert created['details']['per-working-day'] == 10
            assert kpis['first-response-time']['change'] == 0


def test_month_before_that_is_not_whole():
    with folder(tickets_csv=desk('2025-01-15', '2025-02-28')):
        created = ask('tickets.csv', '--period', '2025-02')[1]['tickets-created']
        assert created['change'] is None and 'before' in created['note']
        assert [bool(p.get('partial')) for p in created['series']] == [True, False]
        created = ask('tickets.csv', '--period', '2025-01')[1]['tickets-created']
        assert created['previous']['value'] is None and created['change'] is None
        assert 'begin on 15 Jan 2025' in created['note'], created['note']


def test_month_that_the_files_do_not_know():
    """No data are no zero."""
    with folder(tickets_csv=desk('2025-01-15', '2025-02-28')):
        for period in '2024-12', '2025-06':
            created = ask('tickets.csv', '--period', period)[1]['tickets-created']
            assert created['value'] is None and created['change'] is None, created['value']
        text = read_pages('tickets.csv', '--period', '2024-12')
        assert re.search('Demand +there are no data for this period', text), text
        assert re.search('Contact centre +no file has calls', text), text


def test_member_without_rows():
    """No ticket closed is 0 closed, not “no data”; who only closed is not left out of the table."""
    tickets = ('Ticket ID,Channel,Team,Created,Solved\n'
               '1,email,A,2025-03-03 09:00:00,2025-03-04 09:00:00\n'
               '2,chat,B,2025-03-03 09:00:00,\n'
               '3,fax,C,2025-02-27 09:00:00,2025-03-04 09:00:00\n'
               '4,email,A,2025-04-30 09:00:00,\n')
    with folder(tickets_csv=tickets):
        text = read_pages('tickets.csv', '--time-zone', 'UTC', '--period', '2025-03')
        assert re.search(r'Channel +Created +Closed', text), text
        for line in r'email +1 +1\b', r'chat +1 +0\b', r'fax +0 +1\b':
            assert re.search(line, text), (line, text)


def test_breaches_are_those_that_count():
    """Solved in time and open again is late."""
    tickets = ('Ticket ID,Status,Created,Resolution due,Solved\n'
               'T-1,Open,2025-03-03 09:00:00,2025-03-05 09:00:00,2025-03-04 09:00:00\n'
               'T-2,Solved,2025-03-03 09:00:00,2025-03-05 09:00:00,2025-03-04 09:00:00\n'
               'T-3,Solved,2025-03-03 09:00:00,2025-03-05 09:00:00,2025-03-06 10:00:00\n')
    with folder(tickets_csv=tickets):
        text = read_pages('tickets.csv', '--time-zone', 'UTC', '--period', '2025-03')
    breaches = text.split('Breaches of the resolution SLA')[1].split('n: how many')[0]
    assert re.search(r'T-1 .* still open', breaches) and re.search('T-3 .* 1.?d 1.?h', breaches), breaches
    assert 'T-2' not in breaches, breaches


def test_bands_are_of_all_answers():
    """The neutral ones, too, where satisfaction is good of good and bad."""
    survey = 'Response ID,Answered at,CSAT (1-5)\n' + ''.join(
        f'R{score},2025-03-03 09:00:00,{score}\n' for score in range(1, 6))
    with folder(survey_csv=survey):
        text = read_pages('survey.csv', '--time-zone', 'UTC', '--period', '2025-03', '--set',
            'csat.method=without-neutral')
    assert re.search(r'Neutral +20.% n.5', text), text


def test_hours_of_days_that_are_told():
    """Two on each Monday at nine are two, however many Mondays there were before the data begin."""
    with folder(tickets_csv=desk('2025-03-17', '2025-04-30', 2)):
        text = read_pages('tickets.csv', '--time-zone', 'UTC', '--period', '2025-03')
    assert 'Most: Monday, 09: 2.' in text, text


def test_utilisation_is_in_the_report():
    """The tables by agent have no room for it where there are tickets, answers and calls as well."""
    rated = TICKETS.replace('Subject', 'Satisfaction rating,Agent replies,Reopens,Talk time')
    rated = '\n'.join(line.rsplit(',', 1)[0].split(',"')[0] + ',Good,1,0,00:03:00' if i else line
                      for i, line in enumerate(rated.splitlines()))
    time = 'Agent,Date,Scheduled time,Handle time\nAda Lovelace,2025-03-03,8:00:00,4:00:00\n'
    with folder(tickets_csv=rated + '\n', time_csv=time):
        text = read_pages('tickets.csv', 'time.csv', '--period', '2025-03')
        assert re.search(r'Agent utilisation\n\n? +50.0', text), text


def test_month_that_ends_with_a_weekend():
    with folder(tickets_csv=desk('2025-01-01', '2025-05-30')):
        period, kpis = ask('tickets.csv')
        assert period['from'].startswith('2025-05-01'), period
        assert kpis['tickets-created']['change'] is not None


def test_targets():
    kpis = report('--target', 'csat=99%', '--target', 'first-response-time=..30d',
                  '--target', 'tickets-created@Fax=5')
    assert kpis['csat']['target'] == {'low': .99, 'high': None, 'month': None, 'channel': None,
                                      'met': False, 'outlook': 'hit-and-miss'}
    frt = kpis['first-response-time']['target']
    assert (frt['high'], frt['met'], frt['outlook']) == (30 * 86400, True, 'will-pass'), frt
    assert kpis['tickets-created']['target'] is None and kpis['backlog']['target'] is None


def test_bad_target():
    with folder():
        Run('report', SAMPLE, '-o', '-', '--target', 'csat=good').expect(USAGE, 'good')
        Run('report', SAMPLE, '-o', '-', '--target', 'nothing=1').expect(USAGE, 'nothing')


def test_benchmarks():
    """Drawn only where methods match; refusals are sentences."""
    frt = report()['first-response-time']
    assert frt['benchmark'] is None
    assert frt['benchmarks'] and all(len(b['refusal']) > 20 for b in frt['benchmarks'])
    frt = report('--statistic', 'median')['first-response-time']
    assert frt['benchmark']['id'] == 'frt-gorgias' and frt['benchmark']['high'] == 7200
    assert frt['benchmarks'][0]['refusal'] is None
    for name in ('source', 'confidence', 'method', 'scope', 'year', 'old'):
        assert name in frt['benchmark'], name


def test_benchmark_of_another_choice():
    """All that were abandoned are not those abandoned after five seconds."""
    with folder(calls_csv=CALLS):
        for short, fits in ('0', True), ('5', False):
            abandoned = ask('calls.csv', '--period', '2025-03', '--set',
                            f'abandonment-rate.short={short}')[1]['abandonment-rate']
            refusals = [b['refusal'] for b in abandoned['benchmarks']]
            assert len(refusals) == 3 and all((r is None) == fits for r in refusals), refusals


def test_good_of_good_and_bad():
    """A file of Good and Bad is compared with what was counted so, and with nothing else."""
    benchmarks = {b['id']: b for b in report()['csat']['benchmarks']}
    assert benchmarks['csat-zendesk-2012']['refusal'] is None
    assert benchmarks['csat-zendesk-2012']['old'] is True
    assert 'index' in benchmarks['csat-acsi']['refusal'], benchmarks['csat-acsi']


def test_money_of_the_files():
    """Published figures in another currency are refused for that, not for want of ours."""
    costs = 'Month,Salaries,Currency\n2025-03,9000,EUR\n'
    with folder(tickets_csv=TICKETS, costs_csv=costs):
        run = Run('report', 'tickets.csv', 'costs.csv', '-o', '-', '--time-zone', 'UTC', '--period',
                  '2025-03', '--kpi', 'cost-per-ticket').expect(DONE)
    kpi = json.loads(run.output)['kpis'][0]
    refusals = [b['refusal'] for b in kpi['benchmarks'] if b['currency'] == 'USD']
    assert kpi['currency'] == 'EUR' and refusals
    assert all('EUR' in refusal for refusal in refusals), refusals


run_tests(globals())
