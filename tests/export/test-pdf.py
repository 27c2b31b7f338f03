# SPDX-License-Identifier: GPL-3.0-or-later
"""The PDF, read by others: qpdf and poppler.

usage: test-pdf.py TEST_EXPORT_PDF
"""
import filecmp
import os
import re
import shutil
import subprocess
import sys
import tempfile


class Skip(Exception):
    pass


def run(*command):
    if not shutil.which(command[0]):
        raise Skip(f'needs {command[0]}')
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def check_same_bytes(one, two):
    assert filecmp.cmp(one, two, shallow=False)


def check_syntax(one, two):
    assert 'No syntax or stream encoding errors' in run('qpdf', '--check', one)


def check_fonts(one, two):
    fonts = run('pdffonts', one).splitlines()[2:]
    assert fonts
    for font in fonts:
        embedded, subset, to_unicode = font.split()[-5:-2]
        assert embedded == subset == to_unicode == 'yes', font


def check_metadata(one, two):
    about = run('pdfinfo', '-isodates', one)
    assert re.search(r'^Title: +Support report, March 2025', about, re.M), about
    assert re.search(r'^Subject: +March 2025', about, re.M), about
    assert re.search(r'^Creator: +Bellwether', about, re.M), about
    assert re.search(r'^ModDate: +2025-04-01T00:00:00', about, re.M), about
    assert re.search(r'^CreationDate: +2025-04-01T00:00:00', about, re.M), about
    assert re.search(r'^Tagged: +yes', about, re.M), about
    assert re.search(r'^Page size: .*A4', about, re.M), about


def check_structure(one, two):
    tags = re.findall(r'^ *(\w+)', run('pdfinfo', '-struct', one), re.M)
    assert tags[:3] == ['Document', 'H1', 'P'], tags[:3]
    for tag in ('H2', 'H3', 'P', 'L', 'LI', 'LBody', 'Figure', 'Caption', 'Table', 'TR', 'TH', 'TD'):
        assert tag in tags, tag


def check_text(one, two):
    text = run('pdftotext', '-layout', one, '-')
    pages = text.rstrip('\f').split('\f')
    for number, page in enumerate(pages, 1):
        assert f'Page {number} of {len(pages)}' in page, number
        assert number == 1 or 'Support report · March 2025' in page, number
    for words in ('First response time', 'within noise', 'What changed', 'Result: ', 'Left out: ',
                  'Not in this report'):
        assert words in text, words


def check_table_heads(one, two):
    """A table that goes on on another page has its head there too."""
    text = run('pdftotext', '-layout', one, '-')
    pages = [page for page in text.split('\f') if re.search(r'^ *Agent \d', page, re.M)]
    assert len(pages) > 1
    for page in pages:
        assert re.search(r'^ *Agent +Closed', page, re.M), page


def main():
    checks = [c for n, c in globals().items() if n.startswith('check_')]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ('one.pdf', 'two.pdf')]
        for path in paths:
            subprocess.run([sys.argv[1], path], check=True, stdout=subprocess.DEVNULL)
        print(f'1..{len(checks)}')
        for number, check in enumerate(checks, 1):
            name = check.__name__.removeprefix('check_')
            try:
                check(*paths)
                print(f'ok {number} {name}')
            except Skip as reason:
                print(f'ok {number} {name} # SKIP {reason}')
            except Exception as error:
                failed = True
                print(f'not ok {number} {name}\n# {type(error).__name__}: {error}')
    sys.exit(failed)


main()
