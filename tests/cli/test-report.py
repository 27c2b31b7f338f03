# SPDX-License-Identifier: GPL-3.0-or-later
"""The report's figures and options, on an export that can be checked by hand."""
import io
import json
import re
import subprocess
import zipfile

from harness import DONE, INPUT, SAMPLE, TICKETS, USAGE, Run, folder, read, run_tests


def report(*options, file='tickets.csv'):
    run = Run('report', file, '-o', '-', '--time-zone', 'UTC', *options).expect(DONE)
    result = json.loads(run.output)
    result['kpi'] = {k['id']: k for k in result['kpis']}
    return result


def keys(series):
    return [(s['key'], s['value']) for s in series]


def test_default_period():
    with folder(tickets_csv=TICKETS):
        period = report()['period']
        assert period['from'] == '2025-03-01T00:00:00+00:00', period
        assert period['to'] == '2025-04-01T00:00:00+00:00'
        assert (period['basis'], period['compare']) == ('event', 'previous')


def test_figures():
    with folder(tickets_csv=TICKETS):
        kpi = report()['kpi']
        assert kpi['tickets-created']['value'] == 4
        assert kpi['tickets-created']['previous'] == {'value': 1, 'n': 1}
        assert kpi['tickets-created']['change'] == 3
        reply = kpi['first-response-time']
        assert (reply['value'], reply['n']) == (1800, 3)
        assert reply['statistics']['median'] == 1200 and reply['unit'] == 'seconds'
        assert reply['excluded']['unanswered'] == 1
        assert kpi['resolution-time']['value'] == (7200 + 86400 + 10800) / 3
        assert kpi['handle-time']['available'] is False and kpi['handle-time']['reason']


def test_period_and_grain():
    with folder(tickets_csv=TICKETS):
        result = report('--period', '2025-03-01..2025-03-05', '--by', 'day')
        assert keys(result['kpi']['tickets-created']['series']) == [
            ('2025-03-01', 0), ('2025-03-02', 0), ('2025-03-03', 1), ('2025-03-04', 1),
            ('2025-03-05', 1)]
        result = report('--period', '2025', '--by', 'quarter')
        assert keys(result['kpi']['tickets-created']['series'])[0] == ('2025-01-01', 5)
        assert report('--period', 'all')['kpi']['tickets-created']['value'] == 5


def test_time_zone():
    with folder(tickets_csv=TICKETS):
        run = Run('report', 'tickets.csv', '-o', '-', '--time-zone', 'Europe/Berlin').expect(DONE)
        period = json.loads(run.output)['period']
        assert period['from'] == '2025-03-01T00:00:00+01:00'
        assert period['to'] == '2025-04-01T00:00:00+02:00'
        assert period['time_zone'] == 'Europe/Berlin'


def test_split():
    with folder(tickets_csv=TICKETS):
        created = report('--split', 'channel,agent')['kpi']['tickets-created']
        assert list(created['splits']) == ['channel', 'agent']
        assert sorted(keys(created['splits']['channel'])) == [('=cmd', 1), ('chat', 2), ('email', 1)]
        assert keys(created['splits']['agent']) in (
            [('Ada Lovelace', 2), ('Björn Å', 2)], [('Björn Å', 2), ('Ada Lovelace', 2)])


def test_filter():
    with folder(tickets_csv=TICKETS):
        result = report('--filter', 'channel=chat,=cmd', '--filter', 'agent=Ada Lovelace')
        assert result['kpi']['tickets-created']['value'] == 1
        assert result['period']['filter'] == {'channel': ['chat', '=cmd'], 'agent': ['Ada Lovelace']} \
            or sorted(result['period']['filter']['channel']) == ['=cmd', 'chat']


def test_filter_value_that_no_row_has():
    with folder(tickets_csv=TICKETS):
        run = Run('report', 'tickets.csv', '-o', '-', '--filter', 'channel=emial').expect(
            DONE, 'channel', 'emial')
        created = next(k for k in json.loads(run.output)['kpis'] if k['id'] == 'tickets-created')
        assert created['value'] == 0


def test_kpis():
    with folder(tickets_csv=TICKETS):
        result = report('--kpi', 'tickets-created, resolution-time')
        assert sorted(result['kpi']) == ['resolution-time', 'tickets-created']


def test_statistic():
    with folder(tickets_csv=TICKETS):
        reply = report('--statistic', 'median')['kpi']['first-response-time']
        assert reply['statistic'] == 'median' and reply['value'] == 1200
        assert reply['statistics']['mean'] == 1800


def test_basis():
    with folder(tickets_csv=TICKETS):
        result = report('--basis', 'created')
        assert result['period']['basis'] == 'created'
        assert result['kpi']['resolution-time']['basis'] == 'created'
        assert result['kpi']['closure-ratio']['basis'] == 'created'
        assert result['kpi']['backlog']['basis'] == 'event'


def test_basis_of_answers():
    """An answer belongs to the period in which it was given, whatever tickets are placed by."""
    survey = 'Response ID,Answered at,CSAT (1-5)\nR1,2025-03-03 09:00:00,5\nR2,2025-03-04 09:00:00,4\n'
    with folder(tickets_csv=TICKETS, survey_csv=survey):
        run = Run('report', 'tickets.csv', 'survey.csv', '--basis', 'created', '-o', '-').expect(DONE)
        kpis = {k['id']: k for k in json.loads(run.output)['kpis']}
        assert kpis['csat']['basis'] == 'event' and kpis['resolution-time']['basis'] == 'created'
        catalogue = json.loads(Run('kpis', '--json').expect(DONE).output)
        names = {k['id']: k['variants'] for k in catalogue}
        assert 'basis' in names['resolution-time'] and 'basis' not in names['wait-time'], names


def test_compare():
    with folder(tickets_csv=TICKETS):
        created = report('--compare', 'none')['kpi']['tickets-created']
        assert created['previous'] is None and created['change'] is None
        assert created['signal'] is None
        assert report('--compare', 'year')['period']['compare'] == 'year'


def test_business_hours():
    """Business time is the headline once there are hours, calendar time stands beside it; what is
    chosen is in the definition."""
    with folder(tickets_csv=TICKETS):
        plain = report()['kpi']['first-response-time']
        hours = report('--hours', 'Mon-Fri 09:00-10:00')['kpi']['first-response-time']
        calendar = report('--hours', 'Mon-Fri 09:00-10:00', '--clock', 'calendar')
        assert plain['clock'] == 'calendar' and plain['business'] is None
        assert hours['clock'] == 'business' and hours['value'] == hours['business']['mean']
        assert hours['statistics'] == plain['statistics']
        assert calendar['kpi']['first-response-time']['value'] == plain['value']
        assert calendar['kpi']['first-response-time']['business'] == hours['business']
        sample = report('--kpi', 'reopen-rate', file=SAMPLE)['kpi']['reopen-rate']
        chosen = report('--kpi', 'reopen-rate', '--set', 'reopen-rate.window=0', file=SAMPLE)
        assert chosen['kpi']['reopen-rate']['definition'] != sample['definition']
        Run('report', 'tickets.csv', '-o', '-', '--set', 'reopen-rate.window=x').expect(
            USAGE, '--set', 'reopen-rate.window')
        Run('report', 'tickets.csv', '-o', '-', '--include', 'rain').expect(USAGE, '--include')


def test_hours_of_some_rows():
    """Each row by the hours of its own value, else by those of all."""
    with folder(tickets_csv=TICKETS):
        hours = ['--hours', 'Mon-Fri 09:00-17:00', '--hours', 'channel=chat: Mon-Sun 00:00-24:00']
        result = report(*hours, '--split', 'channel')['kpi']['resolution-time']
        assert result['value'] == (2 + 24 + 3) * 3600 / 3
        for wrong in ['colour=red: Mon 09:00-17:00', 'channel=chat Mon', 'channel=chat: noon']:
            Run('report', 'tickets.csv', '-o', '-', '--hours', wrong).expect(USAGE, '--hours')


def test_holidays():
    """All-day events of an iCalendar file close the hours, and stay in a saved report."""
    calendar = ('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20000304\nRRULE:FREQ=YEARLY\n'
                'SUMMARY:Founders’ Day\nEND:VEVENT\nEND:VCALENDAR\n')
    hours = ['--hours', 'Mon-Fri 09:00-17:00']
    with folder(tickets_csv=TICKETS, a_ics=calendar, bad_ics=calendar.replace('0304', '0230')):
        assert report(*hours)['kpi']['resolution-time']['value'] == (2 + 8 + 3) * 3600 / 3
        closed = report(*hours, '--holidays', 'a.ics', '--save', 'a.bellwether')
        assert closed['kpi']['resolution-time']['value'] == (2 + 0 + 3) * 3600 / 3
        saved = json.loads(read('a.bellwether'))['settings']['holidays']
        assert saved[0] == {'day': '2025-03-04', 'name': 'Founders’ Day'} and len(saved) == 6
        again = report('--workspace', 'a.bellwether')
        assert again['kpi']['resolution-time'] == closed['kpi']['resolution-time']
        bad = ['report', 'tickets.csv', '-o', '-', *hours, '--holidays']
        Run(*bad, 'bad.ics').expect(INPUT, 'bad.ics', 'line 3', '20000230')
        Run(*bad, 'nowhere.ics').expect(INPUT, 'nowhere.ics')


def page_size(path):
    facts = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    return next(line for line in facts.splitlines() if line.startswith('Page size'))


def test_template():
    """Other pages, other paper, another title: of the .pdf, and the figures stay what they are."""
    with folder(tickets_csv=TICKETS):
        full = Run('report', 'tickets.csv', '-o', 'full.pdf', '-o', 'full.json').expect(DONE)
        assert full.status == DONE
        Run('report', 'tickets.csv', '-o', 'one.pdf', '-o', 'one.json', '--template', 'summary',
            '--paper', 'letter', '--title', 'For the board').expect(DONE)
        assert read('full.json') == read('one.json')
        assert len(read('one.pdf')) < len(read('full.pdf'))
        assert '612 x 792' in page_size('one.pdf') and '612 x 792' not in page_size('full.pdf')


def test_unknown_template():
    with folder(tickets_csv=TICKETS):
        Run('report', 'tickets.csv', '-o', 'x.pdf', '--template', 'weekly').expect(
            USAGE, 'weekly', 'monthly')
        Run('report', 'tickets.csv', '-o', 'x.pdf', '--paper', 'legal').expect(USAGE, 'legal', 'a4')


def test_map():
    text = TICKETS.replace('Created', 'Xyz')
    with folder(tickets_csv=text):
        result = report('--map', 'Xyz=created', '--kind', 'tickets')
        assert result['kpi']['tickets-created']['value'] == 4


def test_delimiter():
    with folder(tickets_csv=TICKETS.replace(',', '\t').replace('two\t', 'two,')):
        for delimiter in ['tab', '\t', '\\t']:
            result = report('--delimiter', delimiter)
            assert result['kpi']['tickets-created']['value'] == 4
            assert result['sources'][0]['delimiter'] == '\t'


def test_source():
    with folder(tickets_csv=TICKETS):
        source = report()['sources'][0]
        assert source['file'] == 'tickets.csv' and source['rows'] == 5 and source['used'] == 5
        assert source['kind'] == 'tickets' and source['encoding'] == 'UTF-8'
        assert re.fullmatch('[0-9a-f]{64}', source['sha256'])


def texts_of(name):
    if not name.endswith('.xlsx'):
        return read(name).decode()
    with zipfile.ZipFile(io.BytesIO(read(name))) as book:
        return ''.join(book.read(n).decode() for n in book.namelist())


def test_personal_data():
    """Names of requesters are never in a report; agents are not when asked."""
    rows = json.loads(Run('rows', '--json', SAMPLE).expect(DONE).output)
    agents = {r['agent'] for r in rows if r['agent']}
    requesters = {r['requester'] for r in rows if r['requester']} - agents
    emails = {r['email'] for r in rows if r['email']}
    assert agents and requesters and emails
    with folder():
        outputs = ['plain.json', 'plain.csv', 'plain.xlsx']
        Run('report', SAMPLE, '--split', 'agent', *sum((['-o', o] for o in outputs), [])).expect(DONE)
        for output in outputs:
            text = texts_of(output)
            assert not any(name in text for name in requesters | emails), output
            assert sum(name in text for name in agents) > 1
        outputs = ['hidden.json', 'hidden.csv', 'hidden.xlsx']
        Run('report', SAMPLE, '--split', 'agent', '--anonymise',
            *sum((['-o', o] for o in outputs), [])).expect(DONE)
        for output in outputs:
            text = texts_of(output)
            assert not any(name in text for name in agents), output
            assert 'Agent 1' in text


def test_anonymise_keeps_figures():
    plain = report('--split', 'agent', file=SAMPLE)['kpi']['tickets-created']
    hidden = report('--split', 'agent', '--anonymise', file=SAMPLE)['kpi']['tickets-created']
    assert plain['value'] == hidden['value']
    values = [sorted(v for _, v in keys(k['splits']['agent'])) for k in (plain, hidden)]
    assert values[0] == values[1]


run_tests(globals())
