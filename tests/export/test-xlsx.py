# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook, read by others: as its parts, by openpyxl, and recalculated by LibreOffice.

usage: test-xlsx.py WRITE_FIXTURE
"""
import locale
import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
ALWAYS_RECALCULATE = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
'''


class Skip(Exception):
    pass


class Book:
    """Cells as (value, formula): numbers as float, texts as str."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.strings = [''.join(t.text or '' for t in si.iter(MAIN + 't'))
                        for si in self.part('xl/sharedStrings.xml')]
        workbook = self.part('xl/workbook.xml')
        self.names = [s.get('name') for s in workbook.iter(MAIN + 'sheet')]
        self.defined = {n.get('name'): n.text for n in workbook.iter(MAIN + 'definedName')}
        self.sheets = {name: self.part(f'xl/worksheets/sheet{i}.xml')
                       for i, name in enumerate(self.names, 1)}
        self.cells = {name: self.read_cells(sheet) for name, sheet in self.sheets.items()}

    def part(self, name):
        return ElementTree.fromstring(self.zip.read(name))

    def read_cells(self, sheet):
        cells = {}
        for c in sheet.iter(MAIN + 'c'):
            value, formula = c.find(MAIN + 'v'), c.find(MAIN + 'f')
            if value is None:
                continue
            text = value.text
            value = self.strings[int(text)] if c.get('t') == 's' else \
                text if c.get('t') == 'str' else float(text)
            cells[c.get('r')] = (value, None if formula is None else formula.text)
        return cells

    def row(self, sheet, first):
        """Letter -> (value, formula) of the row whose cell in column A is that."""
        number = next(re.sub('[A-Z]', '', r) for r, (v, _) in self.cells[sheet].items()
                      if v == first and r[0] == 'A' and r[1].isdigit())
        return {re.sub('[0-9]', '', r): c for r, c in self.cells[sheet].items()
                if re.sub('[A-Z]', '', r) == number}

    def heads(self, sheet, first):
        return {v: k for k, (v, _) in self.row(sheet, first).items()}


def close(a, b):
    return abs(a - b) <= 1e-12 * max(1, abs(b))


def check_same_bytes(paths, book):
    first, second = (open(p, 'rb').read() for p in paths)
    assert first == second
    core = book.zip.read('docProps/core.xml').decode()
    assert re.search(r'created[^>]*>2025-0[34]-', core), core
    assert all(i.date_time[0] == 1980 for i in book.zip.infolist())


def check_sheets(paths, book):
    assert book.names == ['Summary', 'Volume', 'Speed', 'Quality', 'Satisfaction', 'Definitions',
                          'Notes'], book.names
    for name, sheet in book.sheets.items():
        pane = next(sheet.iter(MAIN + 'pane'))
        assert pane.get('state') == 'frozen' and pane.get('ySplit') == ('6' if name == 'Summary' else '4'), name
        assert next(sheet.iter(MAIN + 'cols'), None) is not None
        assert next(sheet.iter(MAIN + 'tableParts'), None) is not None
    assert sum(n.startswith('xl/charts/chart') for n in book.zip.namelist()) == 6
    areas = book.zip.read('xl/workbook.xml').decode()
    assert areas.count('_xlnm.Print_Area') == 7 and areas.count('_xlnm.Print_Titles') == 7


def check_period(paths, book):
    """The limits of the period are dates, and have names."""
    names = {n: v.replace("'", '') for n, v in book.defined.items()}
    assert names['period_from'] == 'Summary!$B$3' and names['compared_to'] == 'Summary!$C$4'
    summary = book.cells['Summary']
    assert [summary[c][0] for c in ('B3', 'C3', 'B4', 'C4')] == [45717, 45748, 45689, 45717]


def check_properties(paths, book):
    core = book.zip.read('docProps/core.xml').decode()
    assert '<dc:title>Support report</dc:title>' in core and 'March 2025' in core, core


def check_defined_names(paths, book):
    assert book.defined['kpi_first_response_time'].replace("'", '') == 'Summary!$C$9'
    assert 'kpi_handle_time' not in book.defined


def check_summary(paths, book):
    at = book.heads('Summary', 'KPI')
    created, reply = book.row('Summary', 'Tickets created'), book.row('Summary', 'First response time')
    share, nps = book.row('Summary', 'Reopen rate'), book.row('Summary', 'Net promoter score')
    assert created[at['Value']] == (1234, None)
    assert created[at['Change']][0] == 1234 and created[at['Change']][1] is not None
    assert close(reply[at['Value']][0], 0.3 / 86400) and reply[at['Value']][1] == 'P9'
    assert close(reply[at['Median']][0], 5400 / 86400)
    assert close(reply[at['Change']][0], (0.3 - 7200) / 3600)
    assert share[at['Value']][1] == 'L10/M10' and close(share[at['Value']][0], 7 / 300)
    assert share[at['Numerator']] == (7, None) and share[at['Denominator']] == (300, None)
    assert share[at['Signal']][0] == 'within noise' and reply[at['Signal']][0] == 'better'
    assert nps[at['Value']][1].startswith('100*') and close(nps[at['Value']][0], 1000 / 70)
    assert not any(v == 'Handle time' for v, _ in book.cells['Summary'].values())


def check_target(paths, book):
    """The target's limits are numbers beside the value; the cell that judges is a formula."""
    at = book.heads('Summary', 'KPI')
    reopened, created = book.row('Summary', 'Reopen rate'), book.row('Summary', 'Tickets created')
    assert reopened[at['Target: at most']] == (0.05, None)
    assert at['Target: at least'] not in reopened
    word, formula = reopened[at['Target is']]
    assert word == 'met' and formula.startswith('IF(OR('), formula
    assert at['Target is'] not in created
    rules = [r.find(MAIN + 'formula').text for r in book.sheets['Summary'].iter(MAIN + 'cfRule')]
    assert len(rules) == 2 and all('C7' in r for r in rules), rules


def check_group(paths, book):
    speed = book.cells['Speed']
    # No data is an empty cell.
    assert 'B5' not in speed and speed['E5'] == (0, None)
    assert close(speed['B6'][0], 7200 / 86400) and close(speed['B7'][0], 0.3 / 86400)
    # Periods are dates.
    assert speed['A5'][0] == 45658 and speed['A7'][0] == 45717
    quality = book.cells['Quality']
    assert 'B5' not in quality and quality['B6'] == (0.04, 'C6/D6')
    volume = book.row('Volume', 'email')
    assert volume['B'] == (1000, None)
    assert book.row('Volume', 'No channel')['B'] == (4, None)


def check_reconciliation(paths, book):
    value, formula = book.row('Volume', '= at the end')['B']
    assert value == 44 and re.fullmatch(r'B\d+\+B\d+\+B\d+-B\d+', formula), formula


def check_hostile_texts(paths, book):
    assert book.row('Volume', "=cmd|' /C calc'!A0")['B'] == (200, None)
    for cells in book.cells.values():
        for value, formula in cells.values():
            assert not formula or 'cmd' not in formula
            assert not formula or isinstance(value, float) or formula.startswith('IF(OR(')


def check_sources(paths, book):
    at = book.heads('Notes', 'File')
    source = book.row('Notes', 'tickets.csv')
    assert source[at['Rows']][0] == 3 and source[at['Used']][0] == 2
    assert source[at['Set aside']][0] == 1 and source[at['Set aside']][1]
    note = book.row('Notes', 'bad-date')
    assert note['D'][0] == 3 and note['E'][0] == 17 and note['F'] == ('=not a date', None)
    assert book.row('Definitions', 'Handle time')['C'][0] == 'needs a file of calls'


def check_decimal_comma(paths, book):
    """Numbers are the same where people write 1,5."""
    try:
        locale.setlocale(locale.LC_NUMERIC, 'de_DE.UTF-8')
    except locale.Error:
        raise Skip('there is no German locale')
    finally:
        locale.setlocale(locale.LC_NUMERIC, 'C')
    german = paths[0] + '.german.xlsx'
    subprocess.run([sys.argv[1], german], check=True, env=dict(os.environ, LC_ALL='de_DE.UTF-8'))
    for sheet, cells in Book(german).cells.items():
        for place, (value, formula) in cells.items():
            if isinstance(value, float):
                assert book.cells[sheet][place] == (value, formula), (sheet, place)


def check_openpyxl(paths, book):
    try:
        import openpyxl
    except ImportError:
        raise Skip('openpyxl is not there')
    warnings.simplefilter('error')
    workbook = openpyxl.load_workbook(paths[0])
    assert workbook.sheetnames == book.names
    assert [list(s.iter_rows()) for s in workbook.worksheets]
    assert workbook['Summary']['C9'].number_format == '[h]:mm:ss'
    assert workbook['Summary']['C10'].number_format == '0.0%'


def recalculate(path, folder):
    profile = os.path.join(folder, 'profile')
    os.makedirs(os.path.join(profile, 'user'))
    with open(os.path.join(profile, 'user', 'registrymodifications.xcu'), 'w') as file:
        file.write(ALWAYS_RECALCULATE)
    subprocess.run(['soffice', f'-env:UserInstallation=file://{profile}', '--headless',
                    '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder, path],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=150)
    return Book(os.path.join(folder, os.path.basename(path)))


def check_recalculation(paths, book):
    if not shutil.which('soffice'):
        raise Skip('LibreOffice is not there')
    with tempfile.TemporaryDirectory() as folder:
        again = recalculate(paths[0], folder)
    formulas = 0
    for sheet, cells in book.cells.items():
        for place, (value, formula) in cells.items():
            if formula and isinstance(value, str):
                assert again.cells[sheet][place][0] == value
            elif formula:
                formulas += 1
                assert close(again.cells[sheet][place][0], value), (sheet, place, formula)
    assert formulas > 15


def main():
    checks = [c for n, c in globals().items() if n.startswith('check_')]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ('one.xlsx', 'two.xlsx')]
        for path in paths:
            subprocess.run([sys.argv[1], path], check=True)
        book = Book(paths[0])
        print(f'1..{len(checks)}')
        for number, check in enumerate(checks, 1):
            name = check.__name__.removeprefix('check_')
            try:
                check(paths, book)
                print(f'ok {number} {name}')
            except Skip as reason:
                print(f'ok {number} {name} # SKIP {reason}')
            except Exception as error:
                failed = True
                print(f'not ok {number} {name}\n# {type(error).__name__} '
                      f'in line {error.__traceback__.tb_next.tb_lineno}: {error}')
    sys.exit(failed)


main()
