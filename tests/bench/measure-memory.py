#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what memory large and nasty files take at most while they are opened.

    measure-memory.py BELLWETHER-CLI FOLDER

FOLDER gets one file of each kind. None may take more than three times its size and 200 MB, whether
it opens or is refused; the exit status is 1 when one does. Of a packed file that is the memory of
the program's own: what is unpacked lies in a file.
"""

import gzip
import json
import os
import pathlib
import subprocess
import sys
import threading
import zipfile

SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'


def day(row):
    return f'2025-01-{row % 28 + 1:02d} 10:00'


def write_unique(path):
    """Every cell of every column is a word of its own."""
    with open(path, 'w') as file:
        file.write('Ticket ID,Created at,Status,Agent,Organization,Tags,Category\n')
        for row in range(400_000):
            file.write(f'{row},{day(row)},state {row},agent {row},firm {row},t{row} u{row},c{row}\n')


def write_json(path):
    record = {'status': 'open', 'custom_fields': [{'id': i, 'value': None} for i in range(8)]}
    with open(path, 'w') as file:
        file.write('{"tickets":[')
        for row in range(150_000):
            text = json.dumps({'id': row, 'created_at': day(row), **record, 'tags': ['a', 'b']})
            file.write((',' if row else '') + text)
        file.write(']}')


def write_keys(path):
    """Thousands of fields that only few records have."""
    with open(path, 'w') as file:
        for row in range(40_000):
            file.write(json.dumps({'id': row, 'created_at': day(row), f'k{row % 9000}': 1}) + '\n')


def write_html(path):
    with open(path, 'w') as file:
        file.write('<html><body><table><tr><th>Ticket ID</th><th>Created at</th><th>Status</th></tr>')
        for row in range(300_000):
            file.write(f'<tr><td>{row}</td><td>{day(row)}</td><td>Open &amp; new</td></tr>')
        file.write('</table></body></html>')


def write_xml(path):
    with open(path, 'w') as file:
        file.write('<?xml version="1.0"?><tickets>')
        for row in range(200_000):
            file.write(f'<ticket><id>{row}</id><created-at>{day(row)}</created-at></ticket>')
        file.write('</tickets>')


def cell(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def write_xlsx(path):
    names = ['Ticket ID', 'Created at', 'Status'] + [f'Column {i}' for i in range(27)]
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', f'<Types xmlns="{PACKAGE}/content-types"/>')
        archive.writestr('xl/workbook.xml', f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
                         '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>')
        archive.writestr('xl/_rels/workbook.xml.rels',
                         f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                         f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        with archive.open('xl/worksheets/sheet1.xml', 'w') as file:
            file.write(f'<worksheet xmlns="{SHEET}"><sheetData>'.encode())
            file.write(('<row>' + ''.join(map(cell, names)) + '</row>').encode())
            for row in range(60_000):
                texts = [row, day(row), 'Open'] + [f'v{row * 7 + i}' for i in range(27)]
                file.write(('<row>' + ''.join(map(cell, texts)) + '</row>').encode())
            file.write(b'</sheetData></worksheet>')


def write_bomb(path):
    with gzip.open(path, 'wb') as file:
        for _ in range(200):
            file.write(b'a,b\n' * 250_000)


def write_packed(path):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open('tickets.csv', 'w') as file:
            file.write(b'Ticket ID,Created at,Status,Agent,Subject\n')
            for row in range(2_000_000):
                file.write(f'{row},{day(row)},Open,agent {row % 50},'
                           'One and the same long subject of a ticket that packs well, as most do, '
                           'so that the file is far larger than what holds it\n'.encode())


FILES = {
    'unique.csv': write_unique,
    'nested.json': write_json,
    'keys.ndjson': write_keys,
    'table.xls': write_html,
    'records.xml': write_xml,
    'sheet.xlsx': write_xlsx,
    'bomb.csv.gz': write_bomb,
    'packed.zip': write_packed,
}


def own_kilobytes(pid):
    try:
        with open(f'/proc/{pid}/status') as status:
            return sum(int(line.split()[1]) for line in status
                       if line.startswith(('RssAnon:', 'RssShmem:')))
    except (OSError, ValueError):
        return 0


def measure(cli, path):
    """Megabytes at most: all, and without those that a file backs (sampled)."""
    process = subprocess.Popen([cli, 'inspect', path], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    own, done = 0, threading.Event()

    def sample():
        nonlocal own
        while not done.wait(0.002):
            own = max(own, own_kilobytes(process.pid))

    watcher = threading.Thread(target=sample)
    watcher.start()
    _, _, usage = os.wait4(process.pid, 0)
    done.set()
    watcher.join()
    return usage.ru_maxrss / 1000, own / 1000


def main():
    cli, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    over = False
    for name, write in FILES.items():
        path = folder / name
        write(path)
        limit = 3 * path.stat().st_size / 1e6 + 200
        resident, own = measure(cli, path)
        most = own if path.suffix == '.zip' else resident
        over |= most > limit
        print(f'{name}: {path.stat().st_size / 1e6:.1f} MB, takes {most:.0f} MB of {limit:.0f}'
              + (' (too much)' if most > limit else ''))
        path.unlink()
    return over


if __name__ == '__main__':
    sys.exit(main())
