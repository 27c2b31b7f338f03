#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the samples of every reader, and beside each ok-* the cells that it must give. Run it in this
folder after a change here; what it makes is committed. Samples of other programs lie beside them."""

import bz2
import datetime
import gzip
import io
import json
import lzma
import pathlib
import struct
import tarfile
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).parent
EPOCH = (2025, 1, 1, 0, 0, 0)


def write(name, data, rows=None):
    path = HERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    if rows is not None:
        text = ',\n'.join(json.dumps(row, ensure_ascii=False) for row in rows)
        path.with_name(path.name + '.expected.json').write_text('[' + text + ']\n')


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', method) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = method
            archive.writestr(info, data)
    return out.getvalue()


def gzipped(data):
    return gzip.compress(data, mtime=0)


def encrypted(data):
    """A zip that says that its members are encrypted."""
    data = bytearray(data)
    for signature, place in ((b'PK\3\4', 6), (b'PK\1\2', 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


CSV = b'Id,Subject\n1,one\n2,two\n'
ROWS = [['Id', 'Subject'], ['1', 'one'], ['2', 'two']]
PAGE = b'<!DOCTYPE html>\n<html><body><form>Sign in</form></body></html>\n'
PICTURE = b'\x89PNG\r\n\x1a\n' + bytes(64)


def containers():
    write('container/ok-one.zip', zipped({'export/tickets.csv': CSV}), ROWS)
    write('container/ok-named-csv.csv', zipped({'tickets.csv': CSV}), ROWS)
    write('container/ok-several.zip', zipped({
        'tickets.csv': CSV, '__MACOSX/._tickets.csv': b'\0\5\26\7', '.hidden.csv': b'a,b\n',
        'more/calls.json': '[{"id":7,"agent":"Ann"}]', 'readme.pdf': b'%PDF-1.4\n'}),
        ROWS + [['id', 'agent'], ['7', 'Ann']])
    write('container/ok-stored.zip', zipped({'a.csv': CSV}, zipfile.ZIP_STORED), ROWS)
    write('container/ok-nested.zip', zipped({'inner.zip': zipped({'a.csv.gz': CSV})}), ROWS)
    write('container/ok-wide.csv.gz', gzipped('\ufeffId;Ort\r\n1;Köln\r\n'.encode('utf-16-le')),
          [['Id', 'Ort'], ['1', 'Köln']])
    write('container/ok-plain.csv.gz', gzipped(CSV), ROWS)
    write('container/ok-plain.csv.xz', lzma.compress(CSV), ROWS)
    write('container/ok-plain.csv.bz2', bz2.compress(CSV), ROWS)
    # A frame of one raw block.
    write('container/ok-plain.csv.zst', b'\x28\xb5\x2f\xfd\x20' + bytes([len(CSV)]) +
          struct.pack('<I', 1 | len(CSV) << 3)[:3] + CSV, ROWS)
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w') as archive:
        info = tarfile.TarInfo('export/a.csv')
        info.size = len(CSV)
        archive.addfile(info, io.BytesIO(CSV))
    write('container/ok-plain.tar', out.getvalue(), ROWS)
    write('container/ok-packed.tar.gz', gzipped(out.getvalue()), ROWS)

    noise = b'Id,Text\n' + b''.join(b'%d,%d\n' % (i, i ** 7 % 1000003) for i in range(500))
    whole = zipped({'a.csv': CSV * 200, 'b.csv': noise})
    write('container/bad-cut-short.zip', whole[:len(whole) // 2])
    write('container/bad-cut-short.csv.gz', gzipped(noise)[:900])
    write('container/bad-checksum.zip', zipped({'a.csv': CSV}, zipfile.ZIP_STORED).replace(b'one', b'ane'))
    write('container/bad-password.zip', encrypted(zipped({'a.csv': CSV})))
    write('container/bad-empty.zip', zipped({}))
    write('container/bad-nothing-inside.csv.gz', gzipped(b''))
    write('container/bad-pictures.zip', zipped({'a.png': PICTURE, 'b.png': PICTURE}))
    write('container/bad-deep.zip', zipped({'a.zip': zipped({'b.zip': zipped({'c.csv': CSV})})}))
    write('container/bad-bomb.gz', gzipped(gzipped(b'a,b\n' * (60 << 20))))
    write('container/bad-document.docx', zipped({
        '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>'}))


# --- Workbooks ---------------------------------------------------------------------------------------

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINK = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'


def book(sheet, strings='', styles='', properties='', head='<?xml version="1.0"?>'):
    return {
        '[Content_Types].xml': '<Types/>',
        'xl/worksheets/sheet1.xml': head + f'<worksheet {MAIN}><sheetData>{sheet}</sheetData></worksheet>',
        'xl/workbook.xml': f'<workbook {MAIN} {LINK}>{properties}<sheets>'
                           '<sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
            f'<Relationships><Relationship Id="rId1" Type="{KIND}" Target="worksheets/sheet1.xml"/>'
            '</Relationships>',
        'xl/sharedStrings.xml': f'<sst {MAIN}>{strings}</sst>',
        'xl/styles.xml': f'<styleSheet {MAIN}>{styles}</styleSheet>',
    }


def typed_book():
    """What a spreadsheet can hold, once for each format."""
    out = openpyxl.Workbook()
    sheet = out.active
    sheet.title = 'Tickets'
    sheet.append(['Id', 'Text', 'Moment', 'Day', 'Took', 'Share', 'Flag', 'Number', 'Clock'])
    sheet.append([1, 'a "b", c\nd', datetime.datetime(2024, 3, 1, 10, 20, 30), datetime.date(2024, 3, 2),
                  datetime.timedelta(hours=26, minutes=3), 0.9401, True, 1234.5, datetime.time(9, 5)])
    sheet.append([123456789012345, 'ümläut', datetime.datetime(2024, 12, 31, 23, 59, 59),
                  datetime.date(1999, 1, 2), datetime.timedelta(minutes=3), 0.5, False, 1e-7,
                  datetime.time(23, 59, 59)])
    sheet.append([])
    sheet.append([None, 'gap'])
    for row in (2, 3):
        sheet.cell(row, 5).number_format = '[h]:mm:ss'
        sheet.cell(row, 6).number_format = '0.00%'
    hidden = out.create_sheet('Hidden')
    hidden.append(['not', 'shown'])
    hidden.sheet_state = 'hidden'
    return out


TYPED = [
    ['Id', 'Text', 'Moment', 'Day', 'Took', 'Share', 'Flag', 'Number', 'Clock'],
    ['1', 'a "b", c\nd', '2024-03-01 10:20:30', '2024-03-02', '26:03:00', '94.01%', 'true', '1234.5',
     '9:05:00'],
    ['123456789012345', 'ümläut', '2024-12-31 23:59:59', '1999-01-02', '0:03:00', '50%', 'false',
     '0.0000001', '23:59:59'],
    ['', 'gap', '', '', '', '', '', '', ''],
]


def saved(workbook):
    out = io.BytesIO()
    workbook.save(out)
    members = zipfile.ZipFile(out)
    # Not the time of saving.
    return zipped({name: members.read(name) for name in members.namelist() if 'docProps' not in name})


def new_workbooks():
    write('xlsx/ok-types.xlsx', saved(typed_book()), TYPED)
    write('xlsx/ok-named-csv.csv', saved(typed_book()), TYPED)
    several = openpyxl.Workbook()
    several.active.title = 'Cover'
    several.active.append(['Report of May'])
    for name in ('Tickets', 'Calls'):
        several.create_sheet(name).append([name, 'Id'])
        several[name].append(['x', 5])
    write('xlsx/ok-sheets.xlsx', saved(several),
          [['Report of May'], ['Tickets', 'Id'], ['x', '5'], ['Calls', 'Id'], ['x', '5']])

    # Texts in every place, phonetic runs, gaps, errors, formulas, references left out.
    write('xlsx/ok-cells.xlsx', zipped(book(
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><r><t>In</t></r><r><t>line'
        '</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c><c r="D2" t="str"><f>A2</f><v>of&lt;f&gt;</v></c>'
        '</row><row r="5"><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c><v>1.5E-3</v></c>'
        '<c t="d"><v>2024-05-06T07:08:09</v></c><c r="D5"><v>9</v></c></row>'
        '<row><c r="B6" t="s"><v>1</v></c><c t="s"><v>7</v></c></row>',
        '<si><r><t>Sha</t></r><r><t>red</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>'
        '<si><t xml:space="preserve"> a_x000D_b </t></si>')),
        [['Shared', 'Inline', '', 'of<f>'], ['true', '', '0.0015', '2024-05-06 07:08:09'],
         ['', ' a\rb ', '', '']])
    formats = ('<numFmts><numFmt numFmtId="170" formatCode="[h]:mm:ss;@"/>'
               '<numFmt numFmtId="171" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/>'
               '<numFmt numFmtId="172" formatCode="0.0&quot; days&quot;"/>'
               '<numFmt numFmtId="173" formatCode="[$-409]mmm\\-yy;@"/>'
               '<numFmt numFmtId="174" formatCode="[Red]#,##0.00\\ [$EUR]"/></numFmts><cellXfs>' +
               ''.join(f'<xf numFmtId="{i}"/>' for i in (0, 14, 22, 46, 170, 171, 172, 173, 174, 20)) +
               '</cellXfs>')
    cells = ''.join(f'<c s="{i}"><v>45292.75</v></c>' for i in range(10))
    small = ''.join(f'<c s="{i}"><v>0.75</v></c>' for i in range(10))
    day = '2024-01-01 18:00:00'
    write('xlsx/ok-formats.xlsx', zipped(book(f'<row>{cells}</row><row>{small}</row>', '', formats)), [
        ['45292.75', day, day, day, day, day, '45292.75', day, '45292.75', day],
        ['0.75', '18:00:00', '18:00:00', '18:00:00', '18:00:00', '18:00:00', '0.75', '18:00:00',
         '0.75', '18:00:00']])
    write('xlsx/ok-since-1904.xlsx', zipped(book(
        '<row><c t="inlineStr"><is><t>Day</t></is></c></row><row><c s="1"><v>43830</v></c></row>', '',
        formats, '<workbookPr date1904="1"/>')), [['Day'], ['2024-01-01']])
    prefixed = book('<row><c t="inlineStr"><is><t>a</t></is></c></row>')
    sheet = prefixed['xl/worksheets/sheet1.xml'].replace(MAIN, MAIN.replace('xmlns', 'xmlns:x'))
    prefixed['xl/worksheets/sheet1.xml'] = \
        sheet.replace('<', '<x:').replace('<x:/', '</x:').replace('<x:?', '<?')
    write('xlsx/ok-prefix.xlsx', zipped(prefixed), [['a']])

    whole = saved(typed_book())
    write('xlsx/bad-cut-short.xlsx', whole[:len(whole) // 2])
    write('xlsx/bad-xml.xlsx', zipped(book('<row><c><v>1</v></c>')))
    write('xlsx/bad-empty.xlsx', zipped(book('')))
    write('xlsx/bad-entities.xlsx', zipped(book('<row><c><v>&a;</v></c></row>', head=(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'))))
    write('xlsx/bad-rows.xlsx', zipped(book('<row r="4000000000"><c><v>1</v></c></row>')))
    write('xlsx/bad-deep.xlsx', zipped(book('<row>' + '<c>' * 5000 + '</c>' * 5000 + '</row>')))
    binary = book('')
    del binary['xl/workbook.xml']
    binary['xl/workbook.bin'] = b'\x83\1\0'
    write('xlsx/bad-binary.xlsb', zipped(binary))


ODS = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
       'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
       'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')


def ods(tables, manifest='', styles=''):
    return zipped({
        'mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': f'<office:document-content {ODS}>{styles}<office:body><office:spreadsheet>{tables}'
                       '</office:spreadsheet></office:body></office:document-content>',
        'META-INF/manifest.xml': f'<manifest>{manifest}</manifest>'})


def open_workbooks():
    def cell(attributes='', text='', more=''):
        inside = f'<text:p>{text}</text:p>' if text else ''
        return f'<table:table-cell {attributes}>{more}{inside}</table:table-cell>'

    def typed(kind, value, name='value'):
        return cell(f'office:value-type="{kind}" office:{name}="{value}"', 'shown')

    names = 'Moment Day Took Share Number Flag Money Error'.split()
    head = ''.join(cell('office:value-type="string"', name) for name in names)
    row = (typed('date', '2024-03-01T10:20:30', 'date-value') + typed('date', '2024-03-02', 'date-value') +
           typed('time', 'PT26H03M00S', 'time-value') + typed('percentage', '0.9401') +
           typed('float', '1234.5') + typed('boolean', 'true', 'boolean-value') +
           typed('currency', '9.90') +
           cell('office:value-type="string" calcext:value-type="error"', '#DIV/0!'))
    table = f'<table:table table:name="A"><table:table-row>{head}</table:table-row>' \
            f'<table:table-row>{row}</table:table-row>'
    end = '<table:table-row table:number-rows-repeated="1048570">' \
          '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    write('ods/ok-types.ods', ods(table + end), [names, [
        '2024-03-01 10:20:30', '2024-03-02', '26:03:00', '94.01%', '1234.5', 'true', '9.90', '']])
    texts = cell('', 'a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p><text:p>e',
                 '<office:annotation><text:p>not this</text:p></office:annotation>')
    write('ods/ok-repeats.ods', ods(
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="2">'
        '<table:table-cell table:number-columns-repeated="2"/>' + cell('table:number-columns-repeated="2"', 'x') +
        '</table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell/>'
        f'</table:table-row><table:table-row>{texts}<table:covered-table-cell/></table:table-row>' + end),
        [['', '', 'x', 'x'], ['', '', 'x', 'x'], ['a  b\tc\nd\ne', '', '', '']])
    hidden = ('<office:automatic-styles><style:style style:name="h" style:family="table">'
              '<style:table-properties table:display="false"/></style:style></office:automatic-styles>')
    write('ods/ok-hidden.ods', ods(
        '<table:table table:name="A" table:style-name="h"><table:table-row>' + cell('', 'no') +
        '</table:table-row></table:table><table:table table:name="B"><table:table-row>' +
        cell('', 'yes') + '</table:table-row></table:table>', styles=hidden), [['yes']])

    write('ods/bad-password.ods', ods('', '<file-entry><encryption-data/></file-entry>'))
    write('ods/bad-no-table.odt', ods('<text:p>Dear all,</text:p>'))
    write('ods/bad-xml.ods', ods('<table:table>'))
    write('ods/bad-cut-short.ods', ods(table + end)[:300])
    many = '<table:table-row table:number-rows-repeated="1000000">' + cell('', 'x') + '</table:table-row>'
    write('ods/bad-repeats.ods', ods(f'<table:table table:name="A">{many}{many}</table:table>'))


# --- Old workbooks -----------------------------------------------------------------------------------

def compound(name, stream):
    """A compound file of one stream, in sectors of 512 bytes."""
    stream = stream.ljust(4096, b'\0')
    n = -(-len(stream) // 512)
    free, end, table = 0xffffffff, 0xfffffffe, 0xfffffffd
    chain = [table, end] + [i + 3 for i in range(n - 1)] + [end]
    header = struct.pack('<8s16xHHHHH6xIIIIIIIII', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0x3e, 3, 0xfffe, 9,
                         6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack('<109I', 0, *[free] * 108)

    def entry(title, kind, child, start, size):
        wide = (title + '\0').encode('utf-16-le')
        return struct.pack('<64sHBBIII36xIII', wide, len(wide), kind, 1, free, free, child, start, size, 0)

    folder = entry('Root Entry', 5, 1, end, 0) + entry(name, 2, free, 2, len(stream))
    return (header + struct.pack('<128I', *chain, *[free] * (128 - len(chain))) +
            folder.ljust(512, b'\0') + stream.ljust(n * 512, b'\0'))


def record(kind, data=b''):
    return struct.pack('<HH', kind, len(data)) + data


def biff(cells, strings=b'', extra=b''):
    begin = struct.pack('<HHHHII', 0x600, 5, 0, 0, 0, 0)
    head = record(0x809, begin) + extra
    for number in (0, 14, 46, 9):
        head += record(0xe0, struct.pack('<HH16x', 0, number))
    head += strings
    size = len(head) + 4 + 8 + 5 + 4
    head += record(0x85, struct.pack('<IBBBB', size, 0, 0, 3, 0) + b'One') + record(0x0a)
    return head.ljust(size, b'\0') + record(0x809, begin[:2] + b'\x10\0' + begin[4:]) + cells + record(0x0a)


def old_workbooks():
    def place(row, column, form=0):
        return struct.pack('<HHH', row, column, form)

    # Shared texts, of which one goes on in another record with wider characters.
    strings = (record(0xfc, struct.pack('<II', 2, 2) + struct.pack('<HB', 2, 0) + b'Id' +
                      struct.pack('<HB', 6, 0) + b'Pla') +
               record(0x3c, b'\1' + 'ñeé'.encode('utf-16-le')))
    cells = (record(0xfd, place(0, 0) + struct.pack('<I', 0)) + record(0xfd, place(0, 1) + struct.pack('<I', 1)) +
             record(0x203, place(1, 0, 1) + struct.pack('<d', 45292)) +
             record(0x27e, place(1, 1) + struct.pack('<I', 12345 << 2 | 3)) +
             record(0xbd, struct.pack('<HH', 3, 0) + struct.pack('<HIHI', 2, 0x3ff14000, 3, 0x3fe00000) +
                    struct.pack('<H', 1)) +
             record(0x06, place(4, 0) + b'\0' * 6 + b'\xff\xff' + bytes(6)) +
             record(0x207, struct.pack('<HB', 3, 0) + b'sum') + record(0x205, place(4, 1) + b'\1\0') +
             record(0x205, place(5, 0) + b'\7\1') + record(0x204, place(5, 1) + struct.pack('<HB', 4, 0) + b'text'))
    write('xls/ok-records.xls', compound('Workbook', biff(cells, strings)), [
        ['Id', 'Plañeé'], ['2024-01-01', '123.45'], ['25:52:30', '50%'], ['sum', 'true'], ['', 'text']])
    write('xls/bad-password.xls', compound('Workbook', biff(b'', b'', record(0x2f, bytes(6)))))
    write('xls/bad-password.xlsx', compound('EncryptedPackage', bytes(64)))
    write('xls/bad-letter.doc', compound('WordDocument', bytes(64)))
    write('xls/bad-empty.xls', compound('Workbook', biff(b'')))
    write('xls/bad-cut-short.xls', compound('Workbook', biff(cells * 100, strings))[:4000])


# --- Texts -------------------------------------------------------------------------------------------

def jsons():
    ticket = {'id': 1234567890123456789, 'subject': 'Hello, "x"', 'tags': ['a', 'b'],
              'via': {'channel': 'email', 'source': {'from': {}}}, 'satisfaction_rating': None,
              'metric_set': {'reply_time_in_minutes': {'calendar': 45, 'business': None}},
              'custom_fields': [{'id': 360001, 'value': 'x'}, {'id': 360002, 'value': None}]}
    other = {'id': 2, 'satisfaction_rating': {'score': 'good'}, 'due_at': None, 'flag': True,
             'metric_set': {'reply_time_in_minutes': None, 'reopens': 1},
             'custom_fields': [{'id': 360002, 'value': ['p', 'q']}], 'legs': [{'a': 1}]}
    rows = [['id', 'subject', 'tags', 'via.channel', 'via.source.from',
             'metric_set.reply_time_in_minutes.calendar', 'metric_set.reply_time_in_minutes.business',
             'custom_fields.360001', 'custom_fields.360002', 'satisfaction_rating.score', 'due_at', 'flag',
             'metric_set.reopens'],
            ['1234567890123456789', 'Hello, "x"', 'a,b', 'email', '', '45', '', 'x', '', '', '', '', ''],
            ['2', '', '', '', '', '', '', '', 'p,q', 'good', '', 'true', '1']]
    write('json/ok-array.json', json.dumps([ticket, other]), rows)
    write('json/ok-named.json', json.dumps({'count': 2, 'tickets': [ticket, other], 'users': [{'id': 1}],
                                            'next_page': None}, indent=1), rows)
    write('json/ok-lines.ndjson', '\n'.join(map(json.dumps, (ticket, other))) + '\n', rows)
    write('json/ok-concatenated.json', json.dumps(ticket, indent=2) + json.dumps(other), rows)
    write('json/ok-pages.json', '\n'.join(
        json.dumps({'data': {'calls': [{'id': i, 'talk_time': 60}]}, 'next': str(i)}) for i in (1, 2)),
        [['id', 'talk_time'], ['1', '60'], ['2', '60']])
    write('json/ok-one.json', json.dumps({'ticket': other}),
          [['id', 'satisfaction_rating.score', 'due_at', 'flag', 'metric_set.reply_time_in_minutes',
            'metric_set.reopens', 'custom_fields.360002'], ['2', 'good', '', 'true', '', '1', 'p,q']])
    write('json/ok-wide.json', '\ufeff[{"ort": "Köln"}]'.encode('utf-16-le'), [['ort'], ['Köln']])
    write('json/ok-names.json', '[{"id": 1, "tags": {"type": "list", "tags": [{"name": "vip"}, {"name": "new"}]}}]',
          [['id', 'tags.type', 'tags.tags'], ['1', 'list', 'vip,new']])
    write('json/ok-nul-in-key.json', '[{"a\\u0000b": 1, "c": 2}]', [['a', 'c'], ['1', '2']])
    write('json/ok-numbers.json', '[{"a": 1.50, "b": 1e3, "c": -0.25E-2, "d": NaN, "e": 12345678901234567890}]',
          [['a', 'b', 'c', 'd', 'e'], ['1.50', '1000', '-0.0025', '', '12345678901234567890']])
    write('json/ok-half-emoji.json', '[{"a": "x\\ud83d y \\ud83d\\ude00 \\u00e9\\u0000z"}]',
          [['a'], ['x\ufffd y 😀 éz']])
    # The last of many records has a key of its own, and one that was null before.
    many = ['{"n": %d, %s "x": null}' % (i, ' ' * 40000) for i in range(60)]
    write('container/ok-late-key.ndjson.gz', gzipped(('\n'.join(many + ['{"n": 1, "x": {"y": 2}}'])).encode()),
          [['n', 'x.y']] + [[str(i), ''] for i in range(60)] + [['1', '2']])

    write('json/bad-cut-short.json', json.dumps({'tickets': [ticket, other]}, indent=1)[:600])
    write('json/bad-cut-short.ndjson', json.dumps(ticket) + '\n' + json.dumps(other)[:50])
    write('json/bad-comma.json', '[{"a": 1},\n {"a": 2 "b": 3}]')
    write('json/bad-quotes.json', "{\"tickets\": [{'a': 1}]}")
    write('json/bad-deep.json', '{"a":' * 600 + '1' + '}' * 600)
    write('json/bad-deep.ndjson', '{"b": 1}\n' + '{"a":' * 100 + '1' + '}' * 100)
    write('json/bad-brackets.json', '[' * 100000)
    write('json/bad-empty.json', '[]')
    write('json/bad-numbers.json', '[[1, 2], [3, 4]]')
    write('container/bad-columns.json.gz', gzipped(json.dumps([{f'k{i}': i for i in range(17000)}]).encode()))


def logs():
    write('queue-log/ok-queue_log',
          '1366720340|1366720340.303267|MYQUEUE|SIP/8007|RINGNOANSWER|1000\n'
          '1366720341|1366720340.303267|MYQUEUE|NONE|ENTERQUEUE||5551234|1\n'
          '1366720350|1366720340.303267|MYQUEUE|SIP/8007|TRANSFER|100|from|9|3|1|more\r\n',
          [['1366720340', '1366720340.303267', 'MYQUEUE', 'SIP/8007', 'RINGNOANSWER', '1000', '', '', '', ''],
           ['1366720341', '1366720340.303267', 'MYQUEUE', 'NONE', 'ENTERQUEUE', '', '5551234', '1', '', ''],
           ['1366720350', '1366720340.303267', 'MYQUEUE', 'SIP/8007', 'TRANSFER', '100', 'from', '9', '3',
            '1|more']])
    write('queue-log/bad-page', PAGE)
    call = ['', '100', '200', 'ctx', '"Al" <100>', 'SIP/1', 'SIP/2', 'Dial', 'x,y', '2025-03-01 10:00:00',
            '2025-03-01 10:00:05', '2025-03-01 10:01:00', '60', '55', 'ANSWERED', 'DOCUMENTATION']
    more = ['1366720340.303267', 'note', '', '1366720340.303267', '7']

    def line(cells):
        return ','.join('"' + cell.replace('"', '""') + '"' for cell in cells) + '\n'

    for n in (16, 18, 21):
        cells = call + more[:n - 16]
        write(f'cdr/ok-{n}-columns.csv', line(cells) * 2, [cells] * 2)
    custom = call[4:5] + call[1:4] + call[5:] + ['', '1366720340.303267', '']
    write('cdr/ok-custom.csv', line(custom) * 2, [custom] * 2)
    write('cdr/bad-page.csv', PAGE)
    write('delimited/ok-plain.csv', CSV, ROWS)
    write('delimited/bad-page.csv', PAGE)
    write('delimited/bad-picture.csv', PICTURE)
    write('delimited/bad-paper.csv', b'%PDF-1.4\n')
    write('delimited/bad-empty.csv', b'')


def parts():
    """Seeds for fuzzing what is inside of archives."""
    for name in ('cells', 'formats'):
        members = zipfile.ZipFile(HERE / f'xlsx/ok-{name}.xlsx')
        write(f'../../fuzz/parts/xlsx/{name}', b'\0'.join(members.read(part) for part in (
            'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml')))
    for name in ('types', 'repeats', 'hidden'):
        write(f'../../fuzz/parts/ods/{name}', zipfile.ZipFile(HERE / f'ods/ok-{name}.ods').read('content.xml'))


containers()
new_workbooks()
open_workbooks()
old_workbooks()
jsons()
logs()
parts()
