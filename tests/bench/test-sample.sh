#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped sample is what the generator writes today.
#   test-sample.sh GENERATOR SAMPLE            compares
#   test-sample.sh GENERATOR SAMPLE --update   writes it anew
set -eu

generate ()
{
  "$1" --product zendesk --rows 1200 --seed 2033 --start 2024-09 --months 14 \
       --agents 12 --teams 4 -o "$2"
}

if [ "${3-}" = --update ]; then
  generate "$1" "$2"
  exit
fi

fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
generate "$1" "$fresh"
cmp "$fresh" "$2"
