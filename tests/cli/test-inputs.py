# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that cannot be used: one clear sentence, status 2, nothing written."""
import os

from harness import INPUT, TICKETS, Run, Skip, folder, run_tests, write


def expect_nothing(name, *more):
    """The sentence names the file, and there is only one."""
    run = Run('report', *more, name, '-o', 'out.json', '-o', 'out.xlsx').expect(INPUT, name)
    assert run.errors.count('\n') == 1, run.errors
    assert not any(f.startswith('out') or f.startswith('.bell') for f in os.listdir('.'))
    Run('inspect', name).expect(INPUT, name)
    Run('rows', name).expect(INPUT, name)


def test_not_there():
    with folder():
        expect_nothing('nowhere.csv')
        Run('cells', 'nowhere.csv').expect(INPUT, 'nowhere.csv')


def test_folder():
    with folder():
        os.mkdir('exports')
        expect_nothing('exports')


def test_empty():
    with folder(empty_csv=''):
        expect_nothing('empty.csv')


def test_only_header():
    with folder(header_csv=TICKETS.splitlines()[0] + '\n'):
        expect_nothing('header.csv')


def test_web_page():
    with folder(page_csv='<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>\n'):
        expect_nothing('page.csv')


def test_binary():
    with folder():
        with open('photo.csv', 'wb') as file:
            file.write(b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 20)
        expect_nothing('photo.csv')


def test_not_permitted():
    if os.geteuid() == 0:
        raise Skip('permissions do not stop root')
    with folder(tickets_csv=TICKETS):
        os.chmod('tickets.csv', 0)
        expect_nothing('tickets.csv')


def test_nothing_known():
    with folder(shapes_csv='shape,colour\nround,red\nsquare,blue\n'):
        expect_nothing('shapes.csv')


def test_one_of_two():
    with folder(tickets_csv=TICKETS, empty_csv=''):
        expect_nothing('empty.csv', 'tickets.csv')


def test_older_output_stays():
    with folder(empty_csv=''):
        write('out.json', 'older')
        Run('report', 'empty.csv', '-o', 'out.json').expect(INPUT)
        assert open('out.json').read() == 'older'


run_tests(globals())
