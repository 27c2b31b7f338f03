#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results in the logs that `meson test` left: the last line is "N passed, N failed"."""

import argparse
import json
import sys

PASSED = {"OK", "EXPECTEDFAIL"}
SKIPPED = {"SKIP"}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--broken", type=int, default=0, help="steps that failed without a log")
    arguments.add_argument("logs", nargs="*")
    options = arguments.parse_args()

    passed, skipped, failed = 0, [], []
    for log in options.logs:
        try:
            lines = open(log, encoding="utf-8", errors="replace").readlines()
        except FileNotFoundError:
            continue
        for test in map(json.loads, lines):
            name = f"{log.split('/')[-3]}: {test['name']}"
            if test["result"] in PASSED:
                passed += 1
            elif test["result"] in SKIPPED:
                skipped.append(name)
            else:
                failed.append(f"{name} ({test['result'].lower()})")

    for name in skipped:
        print(f"skipped  {name}")
    for name in failed:
        print(f"failed   {name}")
    if options.broken:
        print(f"failed   {options.broken} step(s) above")
    failures = len(failed) + options.broken
    if passed + failures == 0:
        print("Nothing ran.")
    print(f"{passed} passed, {failures} failed")
    return 1 if failures or not passed else 0


sys.exit(main())
