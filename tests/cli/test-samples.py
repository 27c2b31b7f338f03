# SPDX-License-Identifier: GPL-3.0-or-later
"""The values read from the samples of products: NAME.rows beside NAME.csv in tests/data/profiles
has the rows that count, as `rows --csv` prints them. They were worked out from the samples
without this program: a difference is not to be answered by writing them anew."""
import csv
import io
import pathlib

from harness import DONE, Run, run_tests

SAMPLES = pathlib.Path(__file__).parent.parent / 'data' / 'profiles'


def read_rows(text):
    names, *rows = csv.reader(io.StringIO(text, newline=''))
    return names, [row for row in rows if row[-1] == '']


def make_test(sample, expected):
    def test():
        run = Run('rows', '--csv', '--quiet', '--time-zone=UTC', str(sample)).expect(DONE)
        names, rows = read_rows(run.output)
        wanted_names, wanted = read_rows(expected.read_bytes().decode())
        assert names == wanted_names, (set(wanted_names) ^ set(names))
        for got, want in zip(rows, wanted):
            differences = [d for d in zip(names, got, want) if d[1] != d[2]]
            assert not differences, f'{got[0]}: (field, got, wanted) {differences}'
        assert len(rows) == len(wanted), f'{len(rows)} rows, not {len(wanted)}'
    return test


tests = {}
for path in sorted(SAMPLES.glob('*/*.rows')):
    name = f'test_{path.parent.name}/{path.stem}'
    tests[name] = make_test(path.with_suffix('.csv'), path)
run_tests(tests)
