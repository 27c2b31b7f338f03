#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# measure-frames.sh GENERATOR PROGRAM FOLDER [ROWS]: frame timings with a million tickets, on a
# display of its own when there is none.
set -eu

rows=${4:-1000000}
file=$3/zendesk-$rows.csv
mkdir -p "$3"
if [ ! -e "$file" ] || [ "$1" -nt "$file" ]; then
  "$1" --rows "$rows" -o "$file.part"
  mv "$file.part" "$file"
fi
if [ -n "${DISPLAY-}" ]; then
  exec "$2" "$file"
fi
exec xvfb-run -a dbus-run-session -- "$2" "$file"
