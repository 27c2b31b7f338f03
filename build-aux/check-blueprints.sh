#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-blueprints.sh [SOURCE]: whether every blueprint compiles and uses nothing deprecated, of
# which blueprint-compiler only warns.
set -eu
cd "${1:-$(dirname "$0")/..}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find src -name '*.blp' | sort | while read -r blueprint; do
  blueprint-compiler compile --output "$work/out.ui" "$blueprint" || echo "$blueprint" >>"$work/failed"
done >"$work/log" 2>&1
cat "$work/log"
[ ! -e "$work/failed" ] && ! grep -q 'is deprecated' "$work/log"
