#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times a report from opening the file to the last figure, side by side with `wc -l`.

For each size: one generated Zendesk-like export, its pages warm, then in alternation `wc -l`, the
report with two threads and the report with one. Medians of the runs. Nothing is kept between runs,
and nothing fails because a clock says so.

Then, within one process and of one size: what a changed question takes (all KPIs by month, split by
channel, team, agent and priority), the PDF, and the rows as a workbook beside the same number of
cells in a bare loop of libxlsxwriter.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time

REPORT = ['--period', 'all', '--by', 'month', '--split', 'channel,team,agent,priority', '-o', '-']


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('cli', help='bellwether-cli')
    parser.add_argument('generator', help='bw-generate')
    parser.add_argument('timer', help='time-answers')
    parser.add_argument('cache', type=pathlib.Path, help='folder that keeps the generated files')
    parser.add_argument('--rows', default='100000,1000000,5000000', help='sizes, by commas')
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--answer-rows', type=int, default=1000000,
                        help='size for what is timed within a process')
    parser.add_argument('--workbook', action='store_true', help='time the workbook, too: slow')
    return parser.parse_args()


def generate(generator, cache, rows):
    """The export of so many rows, written unless one by this very generator is there already."""
    path = cache / f'zendesk-{rows}.csv'
    if path.exists() and path.stat().st_mtime >= os.stat(generator).st_mtime:
        return path
    cache.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix('.part')
    subprocess.run([generator, '--rows', str(rows), '-o', unfinished], check=True)
    unfinished.rename(path)
    return path


def warm(path):
    block = bytearray(1 << 22)
    with open(path, 'rb', buffering=0) as file:
        while file.readinto(block):
            pass


def private_kilobytes(pid):
    """Memory of a process that no file backs, or 0 when it has gone."""
    try:
        with open(f'/proc/{pid}/status') as status:
            return sum(int(line.split()[1]) for line in status
                       if line.startswith(('RssAnon:', 'RssShmem:')))
    except (OSError, ValueError):
        return 0


def run(command, threads=None, watch=False):
    """Seconds, peak kilobytes, and with `watch` the peak without the pages of files (sampled)."""
    environment = dict(os.environ)
    if threads:
        environment['BELLWETHER_THREADS'] = str(threads)

    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    done = threading.Event()
    private = 0

    def sample():
        nonlocal private
        while not done.wait(0.002):
            private = max(private, private_kilobytes(child.pid))

    watcher = threading.Thread(target=sample) if watch else None
    if watcher:
        watcher.start()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    done.set()
    if watcher:
        watcher.join()
    if child.returncode != 0:
        sys.exit(f'{command[0]} ended with status {child.returncode}')
    return seconds, usage.ru_maxrss, private


def measure(cli, path, rows, runs):
    report = [cli, 'report', str(path)] + REPORT
    warm(path)
    counts, twos, ones, peaks = [], [], [], []
    for _ in range(runs):
        counts.append(run(['wc', '-l', str(path)])[0])
        seconds, peak, _ = run(report, threads=2)
        twos.append(seconds)
        peaks.append(peak)
        ones.append(run(report, threads=1)[0])
    # Apart from the timed runs: looking costs time.
    private = run(report, threads=2, watch=True)[2]
    return {
        'rows': rows,
        'megabytes': path.stat().st_size / 1e6,
        'wc': statistics.median(counts),
        'two': statistics.median(twos),
        'one': statistics.median(ones),
        'peak': max(peaks) * 1024,
        'private': private * 1024,
    }


def measure_answers(timer, path, threads, workbook):
    """Seconds by name, as the timer prints them."""
    environment = dict(os.environ, BELLWETHER_THREADS=str(threads))
    command = [timer] + (['--workbook'] if workbook else []) + [str(path)]
    output = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return {name: float(seconds) for name, seconds in map(str.split, output.stdout.splitlines())}


BUDGETS = {
    'all-periods': ('a question of all months', '33 ms'),
    'last-month': ('a question of one month', '33 ms'),
    'all-periods-filtered': ('all months, filtered', '16 ms'),
    'last-month-filtered': ('one month, filtered', '16 ms'),
    'window-tiles': ('new filter: what tiles show', '16 ms'),
    'window-kpi': ('new filter: page of a figure', '16 ms'),
    'window-rest': ('new filter: the rest, unseen', ''),
    'pdf': ('PDF after loading', '1 s'),
    'load': ('loading', ''),
    'first-answer': ('first answer', ''),
}


def print_answers(rows, two, one):
    print(f'\nwithin one process, {rows:,} rows')
    print(f'{"":<28} {"2 thr. ms":>10} {"1 thr. ms":>10}   budget')
    for name, (title, budget) in BUDGETS.items():
        print(f'{title:<28} {two[name] * 1e3:>10.1f} {one[name] * 1e3:>10.1f}   {budget}')
    if 'workbook' in two:
        print(f'{"workbook with the rows":<28} {two["workbook"]:>10.1f} s, a bare loop of as many '
              f'cells ({two["workbook-columns"]:.0f} columns) {two["bare-workbook"]:.1f} s: '
              f'{two["workbook"] / two["bare-workbook"]:.2f} x (budget 1.3 x); '
              f'{two["workbook-megabytes"]:.0f} MB of own memory after it')


def print_table(results):
    print(f'{"rows":>10} {"file MB":>8} {"wc -l s":>8} {"2 thr. s":>9} {"x wc":>6} '
          f'{"1 thr. s":>9} {"x wc":>6} {"peak MB":>8} {"B/row":>6} {"own MB":>7} {"B/row":>6}')
    for r in results:
        print(f'{r["rows"]:>10,} {r["megabytes"]:>8.1f} {r["wc"]:>8.3f} {r["two"]:>9.3f} '
              f'{r["two"] / r["wc"]:>6.1f} {r["one"]:>9.3f} {r["one"] / r["wc"]:>6.1f} '
              f'{r["peak"] / 1e6:>8.1f} {r["peak"] / r["rows"]:>6.0f} '
              f'{r["private"] / 1e6:>7.1f} {r["private"] / r["rows"]:>6.0f}')
    print('peak: resident, pages of the file included, at least this script\'s own 20 MB; '
          'own: sampled, without those pages')


def print_growth(results):
    """Time a row against the size before: 1.00 is exactly linear."""
    for smaller, larger in zip(results, results[1:]):
        ratios = ', '.join(
            f'{name} {(larger[key] / larger["rows"]) / (smaller[key] / smaller["rows"]):.2f}'
            for key, name in (('two', 'two threads'), ('one', 'one thread'), ('wc', 'wc -l')))
        print(f'growth, time a row, {smaller["rows"]:,} -> {larger["rows"]:,} rows: {ratios}')


def main():
    arguments = parse_arguments()
    results = []
    for rows in map(int, arguments.rows.split(',')):
        path = generate(arguments.generator, arguments.cache, rows)
        results.append(measure(arguments.cli, path, rows, arguments.runs))
    print_table(results)
    print_growth(results)
    path = generate(arguments.generator, arguments.cache, arguments.answer_rows)
    warm(path)
    two = measure_answers(arguments.timer, path, 2, arguments.workbook)
    one = measure_answers(arguments.timer, path, 1, False)
    print_answers(arguments.answer_rows, two, one)


if __name__ == '__main__':
    main()
