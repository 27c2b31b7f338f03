# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Bellwether, once enter_machine has returned. To be sourced after machine.sh.
#
# Every use has a folder of its own in _build, so that none disturbs another.

# hold NAME: one process at a time in _build/NAME, until this one ends
hold()
{
  mkdir -p "$SOURCE/_build/$1"
  exec 8>"$SOURCE/_build/$1.lock"
  flock -n 8 || { say "waiting for another process that builds in _build/$1" && flock 8; }
}

# configure NAME [OPTIONS...]: sets BUILD to a configured build folder; made anew when it was made by
# another system, for another place or with other options
configure()
{
  BUILD=$SOURCE/_build/$1
  shift
  made_for="$SOURCE; $(. /etc/os-release && echo "$PRETTY_NAME"); ${CC:-gcc} $*"
  [ "$(cat "$BUILD/made-for" 2>/dev/null)" = "$made_for" ] && return
  rm -rf "$BUILD"
  meson setup "$@" "$BUILD" "$SOURCE" && echo "$made_for" >"$BUILD/made-for"
}

# build_programs: programs and their files as an installation in _build/run/install
build_programs()
{
  hold run
  log=$SOURCE/_build/run.log
  [ -e "$SOURCE/_build/run/made-for" ] || say "building (once; a minute or two)"
  {
    configure run --buildtype=release --prefix="$SOURCE/_build/run/install" --libdir=lib &&
      meson compile -C "$BUILD" &&
      meson install -C "$BUILD" --no-rebuild --quiet
  } </dev/null >"$log" 2>&1 8>&- || {
    tail -n 40 "$log" >&2
    die "could not build; all of what was said is in $log"
  }
  exec 8>&-
}

# A system without locales, such as the private root, gets those of the translations: a report in
# another language than the window has its dates and numbers too.
use_locales()
{
  [ "${LC_ALL-}" = C.UTF-8 ] && have localedef || return 0
  export LOCPATH="$SOURCE/_build/run/locales"
  mkdir -p "$LOCPATH"
  while read -r language; do
    case $language in
      *_*) locale=$language ;;
      *) locale=${language}_$(echo "$language" | tr a-z A-Z) ;;
    esac
    [ -d "$LOCPATH/$locale.UTF-8" ] || localedef -i "$locale" -f UTF-8 "$LOCPATH/$locale.UTF-8" || true
  done <"$SOURCE/po/LINGUAS"
}

use_programs()
{
  use_locales
  prefix=$SOURCE/_build/run/install
  export PATH="$prefix/bin:$PATH"
  export XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
}
