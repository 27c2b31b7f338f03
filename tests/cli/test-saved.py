# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved reports: --save and --workspace."""
import json
import os
import resource
import signal

from harness import DONE, INPUT, OUTPUT, TICKETS, USAGE, Run, folder, locked, read, run_tests, write


def save(*options):
    Run('report', 'tickets.csv', '--save', 'a.bellwether', '--time-zone', 'UTC',
        *options).expect(DONE)
    return json.loads(read('a.bellwether'))


def report(*arguments):
    return json.loads(Run('report', '--workspace', 'a.bellwether', '-o', '-',
                          *arguments).expect(DONE).output)


def test_what_is_saved():
    with folder(tickets_csv=TICKETS):
        saved = save('--statistic', 'median')
        assert (saved['format'], saved['version']) == ('bellwether', 1)
        assert saved['sources'][0]['path'] == 'tickets.csv' and saved['sources'][0]['sha256']
        assert saved['question']['statistic'] == 'median'
        figures = {f['id']: f for f in saved['figures']['values']}
        assert figures['tickets-created']['value'] == 4


def test_same_figures():
    with folder(tickets_csv=TICKETS):
        options = ['--statistic', 'median', '--filter', 'channel=email', '--period', '2025-03']
        save(*options)
        direct = json.loads(Run('report', 'tickets.csv', '--time-zone', 'UTC', '-o', '-',
                                *options).expect(DONE).output)
        assert report()['kpis'] == direct['kpis']


def test_reading_is_kept():
    with folder(tickets_csv=TICKETS.replace('Channel', 'Zzz')):
        saved = save('--map', 'Zzz=channel')
        assert saved['reading'] == ['map=Zzz=channel'], saved['reading']
        report('--filter', 'channel=email')


def test_options_override():
    with folder(tickets_csv=TICKETS):
        save('--period', '2025-03')
        assert report('--period', '2025-02')['period']['from'].startswith('2025-02-01')


def test_moves_with_its_files():
    with folder(tickets_csv=TICKETS):
        save()
        os.mkdir('there')
        for name in 'tickets.csv', 'a.bellwether':
            os.rename(name, 'there/' + name)
        Run('report', '--workspace', 'there/a.bellwether', '-o', 'x.json').expect(DONE)


def test_found_beside():
    """A file that lay elsewhere is found beside the report."""
    with folder(tickets_csv=TICKETS):
        os.mkdir('there')
        os.rename('tickets.csv', 'there/tickets.csv')
        os.mkdir('reports')
        Run('report', 'there/tickets.csv', '--save', 'reports/a.bellwether').expect(DONE)
        os.rename('there/tickets.csv', 'reports/tickets.csv')
        Run('report', '--workspace', 'reports/a.bellwether', '-o', 'x.json').expect(DONE)


def test_said_by_hand():
    """What was said of one file holds for it, and for the next month's with the same columns."""
    with folder(tickets_csv=TICKETS.replace('Channel', 'Zzz')):
        saved = save()
        column = TICKETS.split('\n')[0].split(',').index('Channel')
        saved['sources'][0]['reading'] = [f'field.{column}=channel', 'mood=good']
        write('a.bellwether', json.dumps(saved))
        report('--filter', 'channel=email')
        again = json.loads(read('b.bellwether')) if Run(
            'report', '--workspace', 'a.bellwether', '--save', 'b.bellwether').expect(DONE) else {}
        assert again['sources'][0]['reading'][1:] == [f'field.{column}=channel']
        os.rename('tickets.csv', 'april.csv')
        os.rename('b.bellwether', 'a.bellwether')
        report('april.csv', '--filter', 'channel=email')


def test_promises():
    """They count business hours, and place a ticket by when it is due, not by when it came."""
    tickets = ('Ticket ID,Priority,Created,First reply,Solved\n'
               '1,high,2025-03-07 16:30:00,2025-03-10 09:15:00,2025-03-10 10:00:00\n'  # Fri, Mon
               '2,high,2025-02-28 16:30:00,,\n'
               '3,low,2025-03-31 12:00:00,,\n')
    with folder(tickets_csv=tickets):
        Run('report', 'tickets.csv', '--save', 'a.bellwether', '--time-zone', 'UTC', '--hours',
            'Mon-Fri 09:00-17:00').expect(DONE)
        missing = {k['id']: k.get('reason') for k in report()['kpis']}
        assert 'promise in the settings' in missing['sla-resolution'], missing['sla-resolution']
        saved = json.loads(read('a.bellwether'))
        saved['settings']['sla'] = [{'priority': 'high', 'reply': 3600, 'solve': 7200}]
        write('a.bellwether', json.dumps(saved))
        for clock, period, met, n in [('business', '2025-03', 1, 2), ('calendar', '2025-03', 0, 1),
                                      ('calendar', '2025-02', 0, 1)]:
            kpis = {k['id']: k for k in report('--period', period, '--clock', clock)['kpis']}
            for id in 'sla-first-response', 'sla-resolution':
                assert (kpis[id]['numerator'], kpis[id]['n']) == (met, n), (clock, period, kpis[id])


def test_source_is_gone():
    with folder(tickets_csv=TICKETS):
        save()
        os.rename('tickets.csv', 'moved.csv')
        run = Run('report', '--workspace', 'a.bellwether', '-o', 'x.json').expect(
            INPUT, 'a.bellwether', 'tickets.csv')
        assert run.errors.count('\n') == 1 and not os.path.exists('x.json')
        report('moved.csv')


def test_logo_is_gone():
    """It is told, and kept for when it is back."""
    with folder(tickets_csv=TICKETS, logo_png='no image'):
        saved = save()
        saved['report']['logo'] = 'logo.png'
        write('a.bellwether', json.dumps(saved))
        again = ['report', '--workspace', 'a.bellwether', '--save', 'a.bellwether', '-o', 'x.pdf']
        Run(*again).expect(DONE, 'logo.png')
        os.remove('logo.png')
        Run(*again).expect(DONE, 'logo.png')
        assert json.loads(read('a.bellwether'))['report']['logo'] == 'logo.png'


def test_broken():
    with folder(tickets_csv=TICKETS):
        for text in '', '{', '{"format":"bellwether","version":99}':
            write('a.bellwether', text)
            Run('report', '--workspace', 'a.bellwether', '-o', '-').expect(INPUT, 'a.bellwether')
        Run('report', '--workspace', 'none.bellwether', '-o', '-').expect(INPUT, 'none.bellwether')


def test_language():
    """One that the system lacks is said: of an option wrong usage, of a saved report no reason to stop."""
    with folder(tickets_csv=TICKETS):
        Run('report', 'tickets.csv', '--language', 'xx', '-o', 'x.pdf').expect(USAGE, '--language', 'xx')
        assert save('--language', 'en')['report']['language']
        saved = json.loads(read('a.bellwether'))
        saved['report']['language'] = 'xx_XX.UTF-8'
        write('a.bellwether', json.dumps(saved))
        Run('report', '--workspace', 'a.bellwether', '-o', 'x.pdf').expect(DONE, 'xx_XX.UTF-8')
        Run('report', '--workspace', 'a.bellwether', '--language', 'en', '-o', 'y.pdf').expect(DONE)


def test_disk_is_full():
    """It is said, and the older file is whole."""
    with folder(tickets_csv=TICKETS):
        save()
        before = read('a.bellwether')
        os.symlink('/dev/full', 'full.bellwether')
        Run('report', '--workspace', 'a.bellwether', '--save', 'full.bellwether').expect(
            OUTPUT, 'full.bellwether')
        Run('report', '--workspace', 'a.bellwether', '--save', 'a.bellwether', '--title', 'B',
            preexec_fn=lambda: limit_size(100)).expect(OUTPUT, 'a.bellwether')
        assert read('a.bellwether') == before
        assert sorted(os.listdir()) == ['a.bellwether', 'full.bellwether', 'tickets.csv']


def test_read_only_folder():
    """It is said, and what was there is whole."""
    with folder(), locked('there', tickets_csv=TICKETS, a_bellwether='{}'):
        Run('report', 'there/tickets.csv', '--save', 'there/a.bellwether', '-o', 'x.json').expect(
            OUTPUT, 'there/a.bellwether')
        assert read('there/a.bellwether') == b'{}' and read('x.json')
        assert sorted(os.listdir('there')) == ['a.bellwether', 'tickets.csv']


def limit_size(size):
    """Files that grow beyond it cannot be written, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_name_of_the_saved():
    with folder(tickets_csv=TICKETS):
        Run('report', 'tickets.csv', '--save', 'tickets.csv').expect(USAGE, '.bellwether')
        assert read('tickets.csv').decode() == TICKETS


run_tests(globals())
