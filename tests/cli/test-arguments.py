# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the command line: help, mistakes, and what is said about them."""
import json

from harness import DONE, INPUT, SAMPLE, TICKETS, USAGE, Run, folder, run_tests

COMMANDS = ['report', 'inspect', 'cells', 'rows', 'kpis']


def test_version():
    assert Run('--version').expect(DONE).output.startswith('Bellwether ')


def test_help():
    text = Run('--help').expect(DONE).output
    assert all(f'  {c} ' in text for c in COMMANDS)
    for command in COMMANDS:
        assert f'bellwether-cli {command}' in Run(command, '--help').expect(DONE).output


def test_no_command():
    Run().expect(USAGE, 'COMMAND')
    Run('dance').expect(USAGE, 'dance', 'report')


def test_unknown_option():
    for command in COMMANDS:
        Run(command, '--dance').expect(USAGE, '--dance')


def test_no_file():
    for command in ['report', 'inspect', 'cells', 'rows']:
        Run(command).expect(USAGE)


def test_too_many_words():
    Run('cells', SAMPLE, SAMPLE).expect(USAGE)
    Run('kpis', 'csat').expect(USAGE, 'csat')


def test_no_output():
    Run('report', SAMPLE).expect(USAGE, '-o')


def test_output_formats():
    Run('report', SAMPLE, '-o', 'report.odt').expect(USAGE, 'report.odt', '.json', '.xlsx', '.csv')


def test_choices():
    for option, words in [('--by', ['month', 'week']), ('--compare', ['previous', 'none']),
                          ('--basis', ['created']), ('--statistic', ['median']),
                          ('--date-order', ['dmy']), ('--kind', ['tickets'])]:
        Run('report', SAMPLE, '-o', '-', option, 'fortnight').expect(
            USAGE, option, 'fortnight', *words)


def test_names_that_do_not_exist():
    report = ['report', SAMPLE, '-o', '-']
    Run(*report, '--kpi', 'csat,happiness').expect(USAGE, 'happiness', 'first-response-time')
    Run(*report, '--split', 'colour').expect(USAGE, 'colour', 'channel')
    Run(*report, '--filter', 'colour=red').expect(USAGE, 'colour')
    Run(*report, '--filter', 'channel').expect(USAGE, 'channel')
    Run(*report, '--period', 'yesterday').expect(USAGE, 'yesterday')
    Run(*report, '--time-zone', 'Mars/Olympus').expect(USAGE, 'Mars/Olympus')
    Run(*report, '--map', 'Header').expect(USAGE, 'Header')
    Run(*report, '--map', 'Header=colour').expect(USAGE, 'colour', 'created')
    Run(*report, '--delimiter', 'abc').expect(USAGE, 'abc')
    Run(*report, '--profile', 'abacus').expect(USAGE, 'abacus')


def test_field_that_no_file_has():
    with folder(tickets_csv=TICKETS):
        report = ['report', 'tickets.csv', '-o', '-']
        Run(*report, '--split', 'language').expect(USAGE, 'language', 'channel')
        Run(*report, '--filter', 'language=de').expect(USAGE, 'language', 'channel')


def test_usage_before_files():
    Run('report', 'nowhere.csv', '-o', '-', '--by', 'fortnight').expect(USAGE)
    Run('report', 'nowhere.csv', '-o', '-').expect(INPUT)


def test_rows_one_format():
    Run('rows', SAMPLE, '--json', '--csv').expect(USAGE)


def test_text_in_any_locale():
    with folder(tickets_csv=TICKETS):
        for locale in ['C', 'C.UTF-8']:
            run = Run('report', 'tickets.csv', '-o', '-', '--filter', 'agent=Björn Å',
                      '--period', '2025-03', env={'LC_ALL': locale}).expect(DONE)
            kpis = {k['id']: k for k in json.loads(run.output)['kpis']}
            assert kpis['tickets-created']['value'] == 2, locale


run_tests(globals())
