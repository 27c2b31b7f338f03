# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook with its rows: figures are formulas over them, and come to what the JSON says."""
import datetime
import json
import os
import re
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

from harness import DONE, OUTPUT, SAMPLE, TICKETS, Run, Skip, folder, read, run_tests, write

ALWAYS_RECALCULATE = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
'''
DRAWING = '{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}'
MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def load(path, **more):
    try:
        import openpyxl
    except ImportError:
        raise Skip('openpyxl is not there')
    return openpyxl.load_workbook(path, **more)


def numbers(path):
    """Sheet -> cell -> number, with all digits: openpyxl rounds durations."""
    with zipfile.ZipFile(path) as book:
        sheets = ElementTree.fromstring(book.read('xl/workbook.xml')).iter(MAIN + 'sheet')
        found = {}
        for index, sheet in enumerate(sheets, 1):
            cells = ElementTree.fromstring(book.read(f'xl/worksheets/sheet{index}.xml'))
            found[sheet.get('name')] = {
                c.get('r'): float(c.find(MAIN + 'v').text) for c in cells.iter(MAIN + 'c')
                if c.get('t', 'n') == 'n' and c.find(MAIN + 'v') is not None}
        return found


def recalculate(path):
    if not shutil.which('soffice'):
        raise Skip('LibreOffice is not there')
    os.makedirs('profile/user', exist_ok=True)
    write('profile/user/registrymodifications.xcu', ALWAYS_RECALCULATE)
    subprocess.run(['soffice', f'-env:UserInstallation=file://{os.getcwd()}/profile', '--headless',
                    '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', 'again', path],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return numbers('again/' + path)


def formulas(book):
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == 'f':
                    yield sheet.title, cell.coordinate, getattr(cell.value, 'text', cell.value)


def rows_of(sheet):
    rows = sheet.iter_rows(values_only=True)
    head = next(rows)
    return head, [dict(zip(head, row)) for row in rows]


def close(a, b):
    return a is not None and b is not None and abs(a - b) <= 1e-9 * max(1, abs(a))


def names_of(path, prefix):
    """Defined name -> its one cell's value."""
    found, cells = {}, numbers(path)
    for name, place in load(path).defined_names.items():
        if name.startswith(prefix):
            sheet, cell = place.attr_text.replace("'", '').replace('$', '').split('!')
            found[name] = cells[sheet].get(cell)
    return found


def test_rows():
    """One row a ticket; dates, durations and measures are numbers."""
    with folder():
        Run('report', SAMPLE, '--data', '-o', 'out.xlsx', '-o', 'out.json').expect(DONE)
        report = json.loads(read('out.json'))
        head, rows = rows_of(load('out.xlsx')['Data'])
        assert len(rows) == report['sources'][0]['used']
        assert len(set(head)) == len(head)
        assert {r['ID'] for r in rows if isinstance(r['ID'], str)} and head[0] == 'ID'
        assert all(isinstance(r['Created'], datetime.datetime) for r in rows)
        times = [r['First response time (KPI)'] for r in rows]
        assert all(t is None or isinstance(t, (datetime.timedelta, datetime.time)) for t in times)
        assert any(times)


def test_no_rows_unless_asked():
    with folder():
        Run('report', SAMPLE, '-o', 'out.xlsx').expect(DONE)
        assert 'Data' not in load('out.xlsx').sheetnames


def test_same_figures():
    """The cached results are the JSON's figures."""
    with folder():
        Run('report', SAMPLE, '--data', '-o', 'out.xlsx', '-o', 'out.json').expect(DONE)
        found = names_of('out.xlsx', 'kpi_')
        for kpi in json.loads(read('out.json'))['kpis']:
            name = 'kpi_' + kpi['id'].replace('-', '_')
            if kpi['available'] and kpi['value'] is not None:
                days = 86400 if kpi['unit'] == 'seconds' else 1
                assert close(kpi['value'] / days, found[name]), name


def test_changes_of_shares():
    """A difference of percentages is no percentage: points, so that it reads -2.0 pp."""
    with folder():
        Run('report', SAMPLE, '-o', 'out.xlsx', '-o', 'out.json').expect(DONE)
        rows = list(load('out.xlsx', data_only=True)['Summary'].iter_rows())
        head = next(i for i, row in enumerate(rows) if row[0].value == 'KPI')
        at = [cell.value for cell in rows[head]].index('Change')
        cells = {row[0].value: row[at] for row in rows[head + 1:]}
        shares = [k for k in json.loads(read('out.json'))['kpis']
                  if k['available'] and k['unit'] == 'fraction' and k['change'] is not None]
        assert shares
        for kpi in shares:
            cell = cells[kpi['name']]
            assert close(100 * kpi['change'], cell.value), (kpi['id'], cell.value)
            assert ' pp' in cell.number_format and '%' not in cell.number_format


def test_recalculation():
    """Every formula of every sheet comes to the same in LibreOffice."""
    with folder():
        Run('report', SAMPLE, '--data', '--statistic', 'median', '-o', 'out.xlsx').expect(DONE)
        cached, again = numbers('out.xlsx'), recalculate('out.xlsx')
        over_rows = set()
        for sheet, place, formula in formulas(load('out.xlsx')):
            a, b = cached[sheet].get(place), again[sheet].get(place)
            assert close(a, b), (sheet, place, formula, a, b)
            over_rows.update(re.findall('data_kpi_[a-z_]+', formula))
        assert len(over_rows) > 10, over_rows


def test_personal_columns():
    """Names leave only when asked for; pseudonyms are the same on every sheet."""
    with folder():
        for name, more in (('plain', []), ('full', ['--personal']), ('hidden', ['--anonymise'])):
            Run('report', SAMPLE, '--split', 'agent', '--data', *more, '-o', f'{name}.xlsx'
                ).expect(DONE)
        heads = {n: rows_of(load(n + '.xlsx')['Data'])[0] for n in ('plain', 'full', 'hidden')}
        personal = {'Agent', 'Requester', 'E-mail address', 'Subject'}
        assert not personal & set(heads['plain'])
        assert personal <= set(heads['full'])
        assert personal & set(heads['hidden']) == {'Agent', 'Requester'}
        book = load('hidden.xlsx')
        _, rows = rows_of(book['Data'])
        agents = {r['Agent'] for r in rows if r['Agent']}
        assert all(re.fullmatch('Agent [0-9]+', a) for a in agents)
        assert all(re.fullmatch('Customer [0-9]+', r['Requester']) for r in rows if r['Requester'])
        listed = {row[0] for row in book['Agents'].iter_rows(values_only=True)}
        assert listed & agents and not {a for a in listed if a and 'Agent ' in a} - agents - {'Agent'}


def test_sheets():
    with folder():
        Run('report', SAMPLE, '--sheets', 'speed,notes', '-o', 'out.xlsx').expect(DONE)
        assert load('out.xlsx').sheetnames == ['Speed', 'Notes']


def test_many_members():
    """A sheet has the ten thousand largest members of a dimension, and says how many it has not."""
    with folder():
        lines = ['ID,Created,Priority,Organisation', *(f'{i},2025-10-01,High,Firm {i}' for i in range(10003)),
                 'x,2025-10-01,High,Firm 7']
        write('many.csv', '\n'.join(lines) + '\n')
        Run('report', 'many.csv', '--period', '2025-10', '--split', 'organisation', '--kpi',
            'tickets-created', '-o', 'out.xlsx').expect(DONE)
        sheet = load('out.xlsx')['Volume']
        names = [row[0] for row in sheet.iter_rows(min_col=1, max_col=1, values_only=True)]
        firms = [name for name in names if str(name).startswith('Firm ')]
        assert len(firms) == 10000 and firms[0] == 'Firm 7', (len(firms), firms[:2])
        assert names[-1] == '3 smaller ones are left out here: a report as CSV has them', names[-1]


COSTS = '''Month,Training and management,Salaries,Infrastructure,Revenue,Currency
2025-09,1000,17500,950,255000,EUR
2025-10,1500,18200,980,262000,EUR
'''


def test_printed_pages():
    """No page ends within a chart, nor beside it: programs that print heed these ends."""
    with folder():
        Run('report', SAMPLE, '-o', 'out.xlsx').expect(DONE)
        with zipfile.ZipFile('out.xlsx') as book:
            drawings = [n for n in book.namelist() if re.match(r'xl/drawings/drawing\d+.xml', n)]
            assert drawings
            for drawing in drawings:
                check_charts(book, drawing)


def test_printed_tables():
    """Heads of tables stand on the page of their rows, on sheets of charts and splits."""
    with folder():
        Run('report', SAMPLE, '--split', 'channel,team,category,organisation', '-o', 'out.xlsx'
            ).expect(DONE)
        with zipfile.ZipFile('out.xlsx') as book:
            sheets = [n for n in book.namelist() if re.match(r'xl/worksheets/sheet\d+.xml', n)]
            broken = [n for n in sheets if b'<rowBreaks' in book.read(n)]
            assert broken
            for sheet in broken:
                check_tables(book, sheet)


def test_heads():
    """The head of a column of numbers stands above them, at their end of the cells."""
    with folder():
        Run('report', SAMPLE, '--split', 'channel', '--data', '-o', 'out.xlsx').expect(DONE)
        found = set()
        for sheet in load('out.xlsx'):
            places = [table.ref for table in sheet.tables.values()] or [sheet.auto_filter.ref]
            for head, *rows in (sheet[place] for place in places if place):
                for i, cell in enumerate(head):
                    below = [row[i] for row in rows if row[i].value is not None]
                    number = any(c.data_type in 'nfd' and c.alignment.horizontal != 'left'
                                 for c in below)
                    is_right = cell.alignment.horizontal == 'right'
                    assert is_right == number or not below, (sheet.title, cell.coordinate)
                    found.add(is_right)
        assert found == {False, True}


def check_tables(book, sheet):
    tree = ElementTree.fromstring(book.read(sheet))
    breaks = [int(b.get('id')) for b in tree.find(MAIN + 'rowBreaks')]  # rows before which a page ends
    rels = book.read(sheet.replace('worksheets/', 'worksheets/_rels/') + '.rels').decode()
    heads = []
    for table in re.findall(r'tables/table\d+.xml', rels):
        ref = ElementTree.fromstring(book.read('xl/' + table)).get('ref')
        first, last = map(int, re.findall(r'[A-Z]+(\d+)', ref))
        heads.append(first)
        assert not any(first <= row < min(first + 3, last) for row in breaks), (sheet, ref, breaks)
    for begin, end in zip([0] + breaks, breaks):
        tall = sum(2 for head in heads if begin < head <= end)
        assert end - begin + tall <= 50, (sheet, begin, end)


def check_charts(book, drawing):
    def numbers_of(tree, *path):
        for tag in path:
            tree = [e for t in (tree if isinstance(tree, list) else [tree]) for e in t.iter(tag)]
        return [int(e.get('id') or e.text) for e in tree]

    rels = [n for n in book.namelist() if n.startswith('xl/worksheets/_rels/')
            and drawing.rsplit('/')[-1].encode() in book.read(n)]
    sheet = ElementTree.fromstring(
        book.read('xl/worksheets/' + rels[0].rsplit('/')[-1].removesuffix('.rels')))
    assert sheet.find(f'{MAIN}sheetPr/{MAIN}pageSetUpPr') is None, 'fitting ignores breaks'
    rows = numbers_of(sheet, MAIN + 'rowBreaks', MAIN + 'brk')
    columns = numbers_of(sheet, MAIN + 'colBreaks', MAIN + 'brk')
    ends = {}
    for name in 'row', 'col':
        ends[name] = numbers_of(ElementTree.fromstring(book.read(drawing)), DRAWING + name)
    charts = len(ends['row']) // 2
    for i in range(charts):
        top, bottom = ends['row'][2 * i:2 * i + 2]
        left, right = ends['col'][2 * i:2 * i + 2]
        assert not any(top < row <= bottom for row in rows), (top, bottom, rows)
        assert left >= 1 and not any(left < column <= right for column in columns)
        # What is left of a page without a break is no higher than a page.
        begin = max([0] + [row for row in rows if row <= top])
        assert bottom - begin <= 50, (begin, bottom)


def test_costs():
    """Changing a cost changes what is made of it; money has its currency."""
    with folder(costs_csv=COSTS):
        Run('report', SAMPLE, 'costs.csv', '--period', '2025-10', '-o', 'out.xlsx', '-o', 'out.json'
            ).expect(DONE)
        kpis = {k['id']: k for k in json.loads(read('out.json'))['kpis']}
        assert kpis['cost-per-ticket']['currency'] == 'EUR'
        before = names_of('out.xlsx', 'kpi_cost')
        assert close(kpis['cost-per-ticket']['value'], before['kpi_cost_per_ticket'])
        book = load('out.xlsx')
        sheet, cell = book.defined_names['input_cost_salaries'].attr_text.replace('$', '').split('!')
        salaries = book[sheet.strip("'")][cell]
        assert salaries.value == 18200 and 'EUR' in salaries.number_format
        salaries.value *= 2
        book.save('changed.xlsx')
        recalculate('changed.xlsx')
        after = names_of('again/changed.xlsx', 'kpi_cost')
        more = (1500 + 2 * 18200 + 980) / (1500 + 18200 + 980)
        for name in ('kpi_cost_per_ticket', 'kpi_cost_per_resolution', 'kpi_cost_to_revenue'):
            assert close(before[name] * more, after[name]), name


def test_filter_and_period():
    """Only the rows that the report looks at; a ticket outside of the period stays, as does its
    say."""
    with folder(tickets_csv=TICKETS):
        Run('report', 'tickets.csv', '--period', '2025-03', '--filter', 'channel=email', '--data',
            '-o', 'out.xlsx').expect(DONE)
        _, rows = rows_of(load('out.xlsx')['Data'])
        assert [r['ID'] for r in rows] == ['1', '2']


def test_text_is_no_formula():
    with folder(tickets_csv=TICKETS):
        Run('report', 'tickets.csv', '--data', '-o', 'out.xlsx').expect(DONE)
        book = load('out.xlsx')
        cells = [c for row in book['Data'].iter_rows() for c in row if c.value == '=cmd']
        assert cells and all(c.data_type == 's' for c in cells) or \
            b'<f>cmd' not in zipfile.ZipFile('out.xlsx').read('xl/worksheets/sheet5.xml')


def test_same_bytes():
    with folder():
        for name in ('one', 'two'):
            Run('report', SAMPLE, '--data', '--personal', '-o', f'{name}.xlsx').expect(DONE)
        assert read('one.xlsx') == read('two.xlsx')
        assert sorted(os.listdir('.')) == ['one.xlsx', 'two.xlsx']


def test_full_disk():
    """What the rows need in between is more than what the workbook takes in the end."""
    with folder() as path:
        os.mkdir('disk')
        for size in ('64k', '512k', '900k'):
            mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={size}', 'none',
                                      f'{path}/disk'], stderr=subprocess.DEVNULL)
            if mounted.returncode != 0:
                raise Skip('mounting is not permitted')
            try:
                write('disk/out.xlsx', 'older')
                Run('report', SAMPLE, '--data', '-o', 'disk/out.xlsx').expect(
                    OUTPUT, 'disk/out.xlsx', 'space')
                assert open('disk/out.xlsx').read() == 'older'
                assert os.listdir('disk') == ['out.xlsx']
            finally:
                subprocess.run(['umount', f'{path}/disk'], check=True)


run_tests(globals())
