# SPDX-License-Identifier: GPL-3.0-or-later
"""The timer of the help writes next month's report, as it stands there."""
import os
import pathlib
import shlex
import subprocess
import time
import xml.etree.ElementTree as tree

from harness import CLI, DONE, TICKETS, Run, folder, run_tests, write

PAGE = pathlib.Path(__file__).parents[2] / 'help/C/saved.page'


def read_command():
    for code in tree.parse(PAGE).iter('{http://projectmallard.org/1.0/}code'):
        for line in code.text.splitlines():
            if line.startswith('ExecStart='):
                return shlex.split(line.removeprefix('ExecStart=').replace('%%', '%'))
    raise AssertionError('no command')


def test_timer():
    with folder(tickets_csv=TICKETS):
        home = os.getcwd()
        os.makedirs('Support/exports')
        os.mkdir('bin')
        os.symlink(CLI, 'bin/bellwether-cli')
        os.rename('tickets.csv', 'Support/exports/2025-03.csv')
        Run('report', 'Support/exports/2025-03.csv', '--title', 'Support every month',
            '--save', 'Support/support.bellwether').expect(DONE)
        write('Support/exports/2025-04.csv', TICKETS.replace('2025-03', '2025-04'))
        environment = dict(os.environ, HOME=home, PATH=home + '/bin:' + os.environ['PATH'])
        subprocess.run(read_command(), env=environment, cwd='/', check=True)
        names = sorted(os.listdir('Support'))
        year, month = time.localtime()[:2]
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        assert names == ['exports', f'report-{year}-{month:02}.pdf',
                         f'report-{year}-{month:02}.xlsx', 'support.bellwether'], names


run_tests(globals())
