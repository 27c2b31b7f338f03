# SPDX-License-Identifier: GPL-3.0-or-later
"""inspect, rows, cells and kpis."""
import csv
import io
import json

from harness import DONE, SAMPLE, TICKETS, USAGE, Run, folder, run_tests


def read_rows(*arguments):
    text = Run('rows', '--time-zone', 'Europe/Berlin', *arguments).expect(DONE).bytes.decode()
    return list(csv.DictReader(io.StringIO(text, newline='')))


def test_cells():
    with folder(table_csv='\ufeffa,b\r\n"x ""1""","two\nlines"\n\n=1,Grüße\n'):
        assert json.loads(Run('cells', 'table.csv').expect(DONE).output) == [
            ['a', 'b'], ['x "1"', 'two\nlines'], ['=1', 'Grüße']]
    with folder(table_csv='a;b\n1;2\n'):
        assert json.loads(Run('cells', '--delimiter', ';', 'table.csv').expect(DONE).output) == [
            ['a', 'b'], ['1', '2']]


def test_rows():
    with folder(tickets_csv=TICKETS):
        rows = read_rows('tickets.csv')
        assert len(rows) == 5
        assert list(rows[0])[0] == 'id' and list(rows[0])[-1] == 'aside'
        row = rows[2]
        assert row['id'] == '3' and row['channel'] == 'chat' and row['agent'] == 'Björn Å'
        assert row['created'] == '2025-03-04T09:00:00+01:00'
        assert rows[4]['created'] == '2025-03-31T09:00:00+02:00'
        assert row['subject'] == 'two, "quoted"'
        assert rows[3]['first-reply'] == '' and rows[4]['channel'] == '=cmd'
        assert row['aside'] == ''


def test_offered_is_answered_and_abandoned():
    text = ('Date,Queue,Answered Calls,Abandoned Calls\n2025-03-03,Sales,90,10\n'
            '2025-03-04,Sales,80,20\n')
    with folder(calls_csv=text):
        report = json.loads(Run('report', '--period', '2025-03', '--quiet', 'calls.csv',
                                '-o', '-').expect(DONE).output)
        kpi = next(k for k in report['kpis'] if k['id'] == 'abandonment-rate')
        assert (kpi['numerator'], kpi['denominator']) == (30, 200), kpi


def test_rows_ends():
    with folder(tickets_csv=TICKETS):
        assert Run('rows', '--csv', 'tickets.csv').expect(DONE).bytes.endswith(b'\r\n')


def test_rows_json_is_rows_csv():
    table = read_rows(SAMPLE)
    objects = json.loads(Run('rows', '--json', '--time-zone', 'Europe/Berlin', SAMPLE).output)
    assert len(table) == len(objects) == 1200
    for row, item in zip(table, objects):
        assert list(row) == list(item)
        for name, value in item.items():
            assert row[name] == ('' if value is None else str(value)), (name, value, row[name])


def test_rows_aside():
    text = ('Ticket ID,Status,Created,Solved\n1,Closed,2025-03-01,2025-03-02\n'
            '2,Spam,2025-03-01,\n3,Open,no idea,\n4,Open,2025-03-04,\n5,Solved,2025-03-04,2025-03-05\n')
    with folder(tickets_csv=text):
        asides = [r['aside'] for r in read_rows('tickets.csv')]
        assert asides == ['', 'spam', 'no-date', '', ''], asides
        statuses = [r['status_read'] for r in read_rows('tickets.csv')]
        assert statuses == ['closed', 'spam', 'open', 'open', 'solved'], statuses


def test_rows_of_two_files():
    with folder(a_csv=TICKETS, b_csv=TICKETS.replace('2025-', '2024-').replace('\n1,', '\n91,')):
        rows = read_rows('a.csv', 'b.csv')
        assert len(rows) == 10 and 'kind' not in rows[0]


def test_inspect_json():
    with folder(tickets_csv=TICKETS):
        (source,) = json.loads(Run('inspect', '--json', 'tickets.csv').expect(DONE).output)
        assert source['file'] == 'tickets.csv' and source['kind'] == 'tickets'
        assert source['rows'] == 5 and source['delimiter'] == ',' and source['encoding'] == 'UTF-8'
        fields = {c['header']: c['field'] for c in source['columns']}
        assert fields['Created'] == 'created' and fields['Channel'] == 'channel', fields
        for column in source['columns']:
            assert 0 <= column['confidence'] <= 1 and column['evidence']
        assert isinstance(source['notes'], list)
        # Cells of columns that are read when asked for are not counted.
        present = {c['field']: c['present'] for c in source['columns']}
        assert present['created'] == 5 and present['id'] is None, present


def test_inspect_text():
    with folder(tickets_csv=TICKETS):
        text = Run('inspect', 'tickets.csv').expect(DONE).output
        assert 'tickets.csv' in text and 'Created → created' in text and 'UTF-8' in text


def test_inspect_personal_samples():
    with folder(tickets_csv=TICKETS):
        (source,) = json.loads(Run('inspect', '--json', SAMPLE).expect(DONE).output)
        samples = {c['field']: c['samples'] for c in source['columns'] if c['field']}
        assert samples['email'] == [] and samples['requester'] == []


def test_kpis():
    kpis = json.loads(Run('kpis', '--json').expect(DONE).output)
    ids = [k['id'] for k in kpis]
    assert len(set(ids)) == len(ids) >= 16
    names = ['id', 'name', 'group', 'unit', 'better', 'needs', 'definition', 'variants']
    assert all(name in kpi for kpi in kpis for name in names)
    text = Run('kpis').expect(DONE).output
    assert all(f'{i}\n' in text for i in ids)


run_tests(globals())
