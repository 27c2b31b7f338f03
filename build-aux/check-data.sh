#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-data.sh KIND FILE...: the validators of what goes along with the programs.
#   desktop FILE | metainfo FILE | mime FILE | schemas FOLDER | translations FOLDER | help FOLDER | flatpak FILE
set -eu

kind=$1
shift
case $kind in
  desktop)
    desktop-file-validate "$@"
    ;;
  metainfo)
    appstreamcli validate --no-net --explain "$@"
    ;;
  mime)
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    mkdir -p "$folder/mime/packages"
    cp "$1" "$folder/mime/packages"
    said=$(XDG_DATA_HOME=$folder update-mime-database "$folder/mime" 2>&1)
    [ -z "$said" ] || { echo "$said" && exit 1; }
    grep -q ':application/x-bellwether:\*.bellwether$' "$folder/mime/globs2"
    ;;
  schemas)
    glib-compile-schemas --strict --dry-run "$1"
    ;;
  translations)
    cd "$1/.."
    status=0
    for po in po/*.po; do
      [ ! -e "$po" ] || msgfmt --check --output-file=/dev/null "$po" || status=1
    done
    # Every file with something to translate is listed, and the other way round.
    listed=$(grep -v '^ *\(#\|$\)' po/POTFILES* | sed 's/^[^:]*://' | LC_ALL=C sort)
    for file in $listed; do
      [ -e "$file" ] || { echo "po/POTFILES: $file does not exist" && status=1; }
    done
    marked=$(grep -rlE --include='*.[ch]' --include='*.blp' "\b([NC]?_|ngettext) ?\(['\"]" src | LC_ALL=C sort)
    for file in $marked data/benchmarks/*.benchmarks.desktop; do
      echo "$listed" | grep -qxF "$file" || { echo "po/POTFILES: $file is missing" && status=1; }
    done
    exit $status
    ;;
  help)
    cd "$1"
    yelp-check validate .
    yelp-check links .
    yelp-check orphans .
    ;;
  flatpak)
    python3 - "$1" <<'END'
import json
import sys

manifest = json.load(open(sys.argv[1], encoding="utf-8"))
for name in ("id", "runtime", "runtime-version", "sdk", "command", "modules", "finish-args"):
    assert name in manifest, f"{name} is missing"
for argument in manifest["finish-args"]:
    assert argument in (
        "--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"
    ), f"{argument}: Bellwether asks for no more than a window"
END
    ;;
  *)
    echo "usage: check-data.sh desktop|metainfo|mime|schemas|translations|help|flatpak FILE..." >&2
    exit 1
    ;;
esac
