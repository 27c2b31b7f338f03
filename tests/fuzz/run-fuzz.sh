#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run-fuzz.sh TARGET CORPUS SEEDS...: a bounded run that keeps what it learns in CORPUS, not in SEEDS.
set -eu
target=$1
mkdir -p "$2"
shift
# Any status but 77, which would count as skipped.
exec "$target" -error_exitcode=1 -timeout_exitcode=1 -max_total_time="${FUZZ_SECONDS:-10}" -max_len=4096 -timeout=20 -print_final_stats=1 "$@"
