# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing: formats, the same bytes again, and outputs that cannot be written."""
import json
import os
import resource
import signal
import subprocess
import time
import zipfile

from harness import CLI, DONE, OUTPUT, SAMPLE, TICKETS, USAGE, Run, Skip, folder, locked, read, run_tests, write


def list_outputs():
    suffixes = ['json', 'csv', 'xlsx', 'png', 'svg']
    if '.pdf' in Run('report', SAMPLE, '-o', 'x.odt').errors:
        suffixes.append('pdf')
    return [f'out.{s}' for s in suffixes]


def with_options(outputs):
    return [word for output in outputs for word in ('-o', output)]


def test_formats():
    with folder():
        outputs = list_outputs()
        Run('report', SAMPLE, *with_options(outputs)).expect(DONE)
        assert json.loads(read('out.json'))['format'] == 'bellwether-report'
        assert read('out.csv').startswith(b'kpi,period,')
        assert zipfile.ZipFile('out.xlsx').testzip() is None
        assert read('out.png').startswith(b'\x89PNG\r\n') and b'</svg>' in read('out.svg')
        assert 'out.pdf' not in outputs or read('out.pdf').startswith(b'%PDF')
        assert sorted(os.listdir('.')) == sorted(outputs)


def test_picture():
    """The chart of the KPI that is asked for; as large as asked for."""
    def size(name):
        return tuple(int.from_bytes(read(name)[i:i + 4], 'big') for i in (16, 20))

    with folder():
        Run('report', SAMPLE, '-o', 'a.png', '-o', 'a.svg').expect(DONE)
        Run('report', SAMPLE, '--kpi', 'csat', '--resolution', '1', '-o', 'b.png', '-o', 'b.svg'
            ).expect(DONE)
        assert size('a.png')[0] == 1600 and size('b.png')[0] == 800
        assert b'Tickets created' in read('a.svg') and b'Customer satisfaction' in read('b.svg')
        Run('report', SAMPLE, '--kpi', 'nps', '-o', 'c.png').expect(OUTPUT, 'c.png', 'no figure')
        assert not os.path.exists('c.png')


def test_same_bytes():
    """Another run, another second, another number of threads."""
    with folder():
        outputs = list_outputs()
        seen = []
        for threads in ['1', '2', '7', '7']:
            Run('report', SAMPLE, *with_options(outputs), '--time-zone', 'Europe/Berlin',
                env={'BELLWETHER_THREADS': threads}).expect(DONE)
            seen.append([read(o) for o in outputs])
            time.sleep(0.5)
        for i, output in enumerate(outputs):
            assert len({s[i] for s in seen}) == 1, output


def test_standard_output():
    with folder():
        run = Run('report', SAMPLE, '-o', '-', '-o', 'out.json').expect(DONE)
        assert run.bytes == read('out.json')


def test_quiet_off_a_terminal():
    assert Run('report', SAMPLE, '-o', '-').expect(DONE).errors == ''


def test_output_is_input():
    with folder(tickets_csv=TICKETS):
        os.symlink('tickets.csv', 'out.csv')
        Run('report', 'tickets.csv', '-o', 'tickets.csv').expect(USAGE, 'tickets.csv')
        Run('report', 'tickets.csv', '-o', 'out.csv').expect(USAGE, 'out.csv')
        assert open('tickets.csv', newline='').read() == TICKETS


def test_no_folder():
    with folder():
        Run('report', SAMPLE, '-o', 'nowhere/out.json').expect(OUTPUT, 'nowhere/out.json')


def test_folder_of_that_name():
    with folder():
        os.mkdir('out.json')
        Run('report', SAMPLE, '-o', 'out.json').expect(OUTPUT, 'out.json')


def test_read_only_folder():
    with folder(), locked('there', out_json='older', out_pdf='older', out_xlsx='older'):
        for output in 'out.json', 'out.pdf', 'out.xlsx', 'new.csv':
            Run('report', SAMPLE, '--data', '-o', f'there/{output}').expect(OUTPUT, output)
        assert sorted(os.listdir('there')) == ['out.json', 'out.pdf', 'out.xlsx']
        assert {read(f'there/{name}') for name in os.listdir('there')} == {b'older'}


def limit_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_no_room():
    """A file that may not grow: what a full disk does, without one."""
    with folder():
        for output in list_outputs():
            write(output, 'older')
            Run('report', SAMPLE, '-o', output, preexec_fn=limit_files).expect(OUTPUT, output)
            assert open(output).read() == 'older', output
            assert len(os.listdir('.')) == 1, os.listdir('.')
            os.remove(output)


def test_full_disk():
    with folder() as path:
        os.mkdir('disk')
        mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=16k', 'none', f'{path}/disk'],
                                 stderr=subprocess.DEVNULL)
        if mounted.returncode != 0:
            raise Skip('mounting is not permitted')
        try:
            for output in list_outputs():
                write(f'disk/{output}', 'older')
                Run('report', SAMPLE, '-o', f'disk/{output}').expect(OUTPUT, f'disk/{output}')
                assert open(f'disk/{output}').read() == 'older'
                os.remove(f'disk/{output}')
                assert os.listdir('disk') == []
        finally:
            subprocess.run(['umount', f'{path}/disk'], check=True)


def test_full_device():
    if not os.path.exists('/dev/full'):
        raise Skip('there is no /dev/full')
    with folder():
        os.symlink('/dev/full', 'out.json')
        Run('report', SAMPLE, '-o', 'out.json').expect(OUTPUT, 'out.json')
        with open('/dev/full', 'wb') as full:
            for command in (['report', SAMPLE, '-o', '-'], ['rows', SAMPLE], ['cells', SAMPLE],
                            ['inspect', SAMPLE], ['kpis']):
                Run(*command, stdout=full).expect(OUTPUT)


def test_closed_output():
    with folder():
        run = subprocess.run(['sh', '-c', '"$0" report "$1" -o - >&-', CLI, SAMPLE],
                             stderr=subprocess.DEVNULL)
        assert run.returncode == OUTPUT


def test_others_are_written():
    """One that cannot be written does not harm the others; each is told."""
    with folder():
        Run('report', SAMPLE, *with_options(['nowhere/a.csv', 'out.json', 'away/b.xlsx', 'out.csv'])
            ).expect(OUTPUT, 'nowhere/a.csv', 'away/b.xlsx')
        assert json.loads(read('out.json')) and read('out.csv')
        assert sorted(os.listdir('.')) == ['out.csv', 'out.json']


def test_unknown_options():
    with folder():
        Run('report', SAMPLE, '-o', 'out.xlsx', '--sheets', 'summary,ledger').expect(
            USAGE, '--sheets', 'ledger', 'summary', 'definitions')
        Run('report', SAMPLE, '-o', 'out.png', '--resolution', '0').expect(USAGE, '--resolution')
        assert os.listdir('.') == []


def interrupt(number):
    """Cancels while the input is still coming through a pipe."""
    with folder(out_json='older'):
        os.mkfifo('tickets.csv')
        process = subprocess.Popen([CLI, 'report', 'tickets.csv', '-o', 'out.json'],
                                   stderr=subprocess.PIPE)
        with open('tickets.csv', 'w', encoding='utf-8') as pipe:
            pipe.write(TICKETS)
            pipe.flush()
            process.send_signal(number)
            time.sleep(0.3)
        process.communicate(timeout=30)
        assert process.returncode == -number, process.returncode
        assert open('out.json').read() == 'older'
        assert sorted(os.listdir('.')) == ['out.json', 'tickets.csv']


def test_interrupt():
    interrupt(signal.SIGINT)


def test_terminate():
    interrupt(signal.SIGTERM)


run_tests(globals())
