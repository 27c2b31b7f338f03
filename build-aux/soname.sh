#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: soname.sh FOLDER NAME: the name by which programs load libNAME.so, in FOLDER or else where
# the compiler finds libraries (some name the wrong folder)
set -eu
file=$1/lib$2.so
[ -e "$file" ] || file=$(${CC:-cc} -print-file-name="lib$2.so")
readelf -d "$file" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p' | grep .
