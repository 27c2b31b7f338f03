#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-format.sh [--fix] [SOURCE]: whether clang-format and blueprint-compiler would leave every
# file as it is; --fix makes it so.
set -eu

fix=false
if [ "${1-}" = --fix ]; then
  fix=true
  shift
fi
cd "${1:-$(dirname "$0")/..}"

clang_format=$(command -v clang-format-19 || command -v clang-format) || {
  echo "clang-format 19 is not there" >&2
  exit 1
}

if $fix; then
  find src tests -name '*.[ch]' -exec "$clang_format" -i {} +
  find src -name '*.blp' -exec blueprint-compiler format --fix {} +
else
  status=0
  find src tests -name '*.[ch]' -exec "$clang_format" --dry-run -Werror --ferror-limit=1 {} + || status=1
  find src -name '*.blp' -exec blueprint-compiler format {} + || status=1
  exit $status
fi
