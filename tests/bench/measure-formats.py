#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how long the same tickets take to open as CSV, as NDJSON and as a workbook.

    measure-formats.py BELLWETHER-CLI BW-GENERATE TIME-CANCEL FOLDER

NDJSON is to reach a third of the speed of CSV per byte, a workbook of 100,000 rows of 30 columns is
to open within six seconds: medians of several runs, one after the other, pages warm. Then how long
opening each of them goes on when it is cancelled: 100 ms at most. Nothing fails because a clock says
so.
"""

import argparse
import csv
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time
import zipfile
from xml.sax.saxutils import escape

SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
COLUMNS = 30  # of the workbook


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('cli', help='bellwether-cli')
    parser.add_argument('generator', help='bw-generate')
    parser.add_argument('canceller', help='time-cancel')
    parser.add_argument('folder', type=pathlib.Path, help='folder that keeps the files')
    parser.add_argument('--rows', type=int, default=100000)
    parser.add_argument('--runs', type=int, default=5)
    return parser.parse_args()


def read_rows(path):
    with open(path, encoding='utf-8', newline='') as file:
        yield from csv.reader(file)


def is_number(cell):
    return cell.isdigit() and (cell == '0' or cell[0] != '0')


def write_ndjson(rows, path):
    header = next(rows)
    with open(path, 'w', encoding='utf-8') as file:
        for row in rows:
            values = ((int(cell) if is_number(cell) else cell) or None for cell in row)
            file.write(json.dumps(dict(zip(header, values)), ensure_ascii=False) + '\n')


class Texts:
    """The texts that the cells of a workbook share."""

    def __init__(self):
        self.places = {}

    def get_cell(self, text):
        if not text:
            return ''
        if is_number(text):
            return f'<c><v>{text}</v></c>'
        return f'<c t="s"><v>{self.places.setdefault(text, len(self.places))}</v></c>'

    def write(self, file):
        file.write(f'<sst xmlns="{SHEET}">'.encode())
        for text in self.places:
            file.write(f'<si><t>{escape(text)}</t></si>'.encode())
        file.write(b'</sst>')


def get_row(texts, number, row):
    cells = ''.join(
        texts.get_cell(cell).replace('<c', f'<c r="{name_column(i)}{number}"', 1)
        for i, cell in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def name_column(i):
    return (chr(ord('A') + i // 26 - 1) if i >= 26 else '') + chr(ord('A') + i % 26)


def write_workbook(rows, path):
    texts = Texts()
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', f'<Types xmlns="{PACKAGE}/content-types"/>')
        archive.writestr('xl/workbook.xml', f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
                         '<sheet name="Tickets" sheetId="1" r:id="r1"/></sheets></workbook>')
        archive.writestr('xl/_rels/workbook.xml.rels',
                         f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                         f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        with archive.open('xl/worksheets/sheet1.xml', 'w') as file:
            file.write(f'<worksheet xmlns="{SHEET}"><sheetData>'.encode())
            for number, row in enumerate(rows, 1):
                file.write(get_row(texts, number, row[:COLUMNS]).encode())
            file.write(b'</sheetData></worksheet>')
        with archive.open('xl/sharedStrings.xml', 'w') as file:
            texts.write(file)


def make(path, write, *arguments):
    """The file, written unless it is there already."""
    if not path.exists():
        unfinished = path.with_suffix('.part')
        write(*arguments, unfinished)
        unfinished.rename(path)
    return path


def generate(generator, rows, path):
    subprocess.run([generator, '--rows', str(rows), '-o', path], check=True)


def run(cli, path):
    """Seconds on the clock and of the processor."""
    start = time.perf_counter()
    child = subprocess.Popen([cli, 'inspect', path], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f'{path}: ends with status {child.returncode}')
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def main():
    arguments = parse_arguments()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    stem = arguments.folder / f'tickets-{arguments.rows}'
    tickets = make(stem.with_suffix('.csv'), generate, arguments.generator, arguments.rows)
    files = {
        'CSV': tickets,
        'NDJSON': make(stem.with_suffix('.ndjson'), write_ndjson, read_rows(tickets)),
        'XLSX': make(stem.with_suffix('.xlsx'), write_workbook, read_rows(tickets)),
    }
    times = {name: [] for name in files}
    for _ in range(arguments.runs):
        for name, path in files.items():
            times[name].append(run(arguments.cli, path))
    print(f'{arguments.rows:,} rows {"file MB":>8} {"wall s":>7} {"CPU s":>7} {"MB/s":>7} {"of CSV":>7}')
    for name, path in files.items():
        wall, work = map(statistics.median, zip(*times[name]))
        megabytes = path.stat().st_size / 1e6
        speed = megabytes / wall
        if name == 'CSV':
            speed_of_csv = speed
        print(f'{name:<12} {megabytes:>8.1f} {wall:>7.3f} {work:>7.3f} {speed:>7.0f} '
              f'{speed / speed_of_csv:>7.2f}')
    print('NDJSON: at least 0.33 of CSV a byte; XLSX of 100,000 rows of 30 columns: within 6 s',
          flush=True)
    subprocess.run([arguments.canceller] + list(files.values()), check=True)


if __name__ == '__main__':
    main()
