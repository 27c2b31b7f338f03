#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# measure-frames.sh GENERATOR FRAMES START FOLDER [ROWS]: frame timings with a million tickets, and
# how long the window takes to its first frame, on a display of its own when there is none.
set -eu

rows=${5:-1000000}
file=$4/zendesk-$rows.csv
mkdir -p "$4"
if [ ! -e "$file" ] || [ "$1" -nt "$file" ]; then
  "$1" --rows "$rows" -o "$file.part"
  mv "$file.part" "$file"
fi
run()
{
  if [ -n "${DISPLAY-}" ]; then
    "$@"
  else
    xvfb-run -a -s '-screen 0 1600x1200x24' dbus-run-session -- "$@"
  fi
}
run "$2" "$file"
run "$3"
