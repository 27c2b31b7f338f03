#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: soname.sh FOLDER NAME: the name by which programs load FOLDER/libNAME.so
set -eu
readelf -d "$1/lib$2.so" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p' | grep .
