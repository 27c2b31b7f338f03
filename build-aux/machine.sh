# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the calling script where Bellwether can be built. To be sourced.
#
# enter_machine build|check SCRIPT [ARGS...] returns when this machine has what the packages file
# lists for that use (installing it first where the system's own packages are new enough), and
# otherwise starts SCRIPT again with the same arguments inside a private Debian 13 root, in the
# user's cache folder. All that is said here goes to standard error.

SUITE=trixie
SOURCE=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
CACHE=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/bellwether
OWN_FILES="passwd group hosts resolv.conf" # of the machine's /etc, as seen inside
PACKAGES=$SOURCE/build-aux/packages

say()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

die()
{
  say "$@"
  exit 1
}

have()
{
  command -v "$1" >/dev/null 2>&1
}

# rows USE: the lines of the packages file, without comments, that USE needs
rows()
{
  awk -v use="$1" '/^[^#]/ && NF && ($1 == "build" || use == "check")' "$PACKAGES"
}

# --- What the machine has ------------------------------------------------------------------------

package_manager()
{
  for manager in apt-get dnf pacman; do
    have $manager && echo $manager && return
  done
  echo none
}

is_installed() # PACKAGE
{
  case $MANAGER in
    apt-get) [ "$(dpkg-query -Wf '${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
    dnf) rpm -q --quiet "$1" ;;
    pacman) pacman -Qq "$1" >/dev/null 2>&1 ;;
    *) true ;;
  esac
}

# candidate PACKAGE: the version that the package manager would install, or nothing
candidate()
{
  case $MANAGER in
    apt-get) LC_ALL=C apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }' ;;
    dnf) dnf -q repoquery --latest-limit 1 --qf '%{version}\n' "$1" 2>/dev/null | tail -n 1 ;;
    pacman) LC_ALL=C pacman -Si "$1" 2>/dev/null | awk '$1 == "Version" { print $3; exit }' ;;
  esac
}

is_at_least() # VERSION WANTED
{
  [ "$(printf '%s\n' "$2" "${1#*:}" | sort -V | head -n 1)" = "$2" ]
}

is_there() # PROOF PACKAGE
{
  case $1 in
    -) [ "$2" = - ] || is_installed "$2" ;;
    /*) [ -e "$1" ] ;;
    *'()') have "${1%'()'}" ;;
    *'>='*) have pkg-config && pkg-config --atleast-version="${1#*>=}" "${1%%>=*}" ;;
    *) have pkg-config && pkg-config --exists "$1" ;;
  esac
}

# Sets NAME to what the system's package manager calls the package of one row.
read_row()
{
  PROOF=$2
  case $MANAGER in
    apt-get) NAME=$3 ;;
    dnf) NAME=$4 ;;
    pacman) NAME=$5 ;;
    *) NAME=- ;;
  esac
}

# is_complete USE: whether this machine has it all
is_complete()
{
  while read -r row; do
    # shellcheck disable=SC2086
    read_row $row
    is_there "$PROOF" "$NAME" || return 1
  done <<END
$(rows "$1")
END
}

# find_missing USE: sets MISSING to the packages to install; fails, with UNMET set, when the system's
# own packages cannot give something
find_missing()
{
  MISSING=
  UNMET=
  while read -r row; do
    # shellcheck disable=SC2086
    read_row $row
    is_there "$PROOF" "$NAME" && continue
    case $PROOF in
      *'>='*) wanted=${PROOF#*>=} ;;
      *) wanted=0 ;;
    esac
    version=$([ "$NAME" = - ] || candidate "$NAME")
    if [ -z "$version" ] || ! is_at_least "$version" "$wanted"; then
      UNMET=$PROOF
      return 1
    fi
    MISSING="$MISSING $NAME"
  done <<END
$(rows "$1")
END
}

# --- Installing ----------------------------------------------------------------------------------

as_root()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

can_be_root()
{
  [ "$(id -u)" = 0 ] || { have sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; }
}

refresh_package_lists()
{
  case $MANAGER in
    apt-get) as_root apt-get -qq update ;;
    pacman) as_root pacman -Sy ;;
  esac
}

run_manager() # PACKAGE...
{
  case $MANAGER in
    apt-get) as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends "$@" ;;
    dnf) as_root dnf -qy --setopt=install_weak_deps=False install "$@" ;;
    pacman) as_root pacman -S --needed --noconfirm "$@" ;;
  esac
}

# The manager's long log is shown only when it went wrong.
install_packages() # PACKAGE...
{
  say "installing what is missing here: $*"
  mkdir -p "$CACHE"
  log=$CACHE/install.log
  run_manager "$@" </dev/null >"$log" 2>&1 ||
    { refresh_package_lists && run_manager "$@"; } </dev/null >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    die "could not install these packages: $*"
  }
  rm -f "$log"
}

# --- The private root ----------------------------------------------------------------------------

# root_of USE: where the root for that use lives; another list of packages is another root
root_of()
{
  key=$({ echo "$SUITE $(uname -m) 1"; rows "$1" | awk '{ print $3 }' | sort -u; } | sha256sum | cut -c 1-12)
  echo "$CACHE/root-$1-$key"
}

# The apt settings that fetching depends on here (proxies, timeouts, dates), for the root's own apt.
apt_fetch_options()
{
  have apt-config || return 0
  apt-config dump 2>/dev/null | grep -iE '^Acquire::(https?|ftp)::|^Acquire::(Retries|Check-|ForceIPv)' | grep -v ' "";$' || true
}

get_root_tools()
{
  case $(uname -m) in
    x86_64 | aarch64 | i?86 | armv7l | ppc64le | riscv64 | s390x) ;;
    *) die "Bellwether needs GTK 4.18, and neither this system nor Debian 13 has it for this kind of processor ($(uname -m))" ;;
  esac
  tools=
  have mmdebstrap || tools="$tools mmdebstrap"
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || tools="$tools debian-archive-keyring"
  have bwrap || tools="$tools bubblewrap"
  [ "$(id -u)" = 0 ] || have newuidmap || tools="$tools uidmap"
  [ -n "$tools" ] || return 0
  [ "$MANAGER" = apt-get ] ||
    die "this system has no GTK 4.18 of its own and not the tools to fetch a Debian 13 that has it; install these first:$tools"
  can_be_root || {
    [ -n "$UNMET" ] || tools=$MISSING
    die "this needs a few packages first; as root: apt-get install$tools"
  }
  # shellcheck disable=SC2086
  install_packages $tools
}

# make_root USE: under a name of its own first, so that half a root is never taken for one
make_root()
{
  root=$(root_of "$1")
  part=$root.part
  log=$CACHE/root-$1.log
  say "making a private Debian 13 root in $CACHE (once; a few minutes)"
  rm -rf "$part"
  set -- --variant=apt \
    --include="$(rows "$1" | awk '$3 != "-" { print $3 }' | sort -u | paste -sd, -)" \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*'
  while read -r option; do
    [ -z "$option" ] || set -- "$@" --aptopt="$option"
  done <<END
$(apt_fetch_options)
END
  if [ "$(id -u)" = 0 ]; then
    mmdebstrap "$@" "$SUITE" "$part" </dev/null >"$log" 2>&1
  else
    # Through tar, so that the user owns the root and the home folder can stay closed to others.
    mkdir "$part" &&
      mmdebstrap "$@" "$SUITE" - </dev/null 2>"$log" | tar -C "$part" -x --exclude='./dev/*' &&
      [ -x "$part/usr/bin/meson" ]
  fi || {
    tail -n 20 "$log" >&2
    rm -rf "$part"
    die "could not make the private root; all of what was said is in $log"
  }
  # Places that the machine's own files are laid over.
  for file in $OWN_FILES; do
    [ ! -L "$part/etc/$file" ] || rm -f "$part/etc/$file"
    : >>"$part/etc/$file"
  done
  od -An -N16 -tx1 /dev/urandom | tr -d ' ' >"$part/etc/machine-id"
  mv "$part" "$root"
  rm -f "$log"
  # Roots for other lists of packages, of a month ago and older.
  find "$CACHE" -maxdepth 1 -name 'root-*' -mtime +30 -exec rm -rf {} +
}

# find_root USE: sets ROOT, making it when it is not there yet
find_root()
{
  mkdir -p "$CACHE"
  ROOT=$(root_of check)
  [ "$1" = build ] && [ ! -d "$ROOT" ] && ROOT=$(root_of build)
  get_root_tools
  [ ! -d "$ROOT" ] || { touch "$ROOT" && return; }
  exec 9>"$CACHE/lock"
  flock -n 9 || { say "waiting for another process that makes a root in $CACHE" && flock 9; }
  [ -d "$ROOT" ] || make_root "$1"
  exec 9>&-
}

# The name of the machine's time zone, which a bind mount of /etc/localtime would lose.
time_zone()
{
  zone=$(readlink -f /etc/localtime 2>/dev/null) || zone=
  case $zone in
    */zoneinfo/*) echo "${zone#*/zoneinfo/}" ;;
    *) cat /etc/timezone 2>/dev/null || echo UTC ;;
  esac
}

clean_environment()
{
  unset LD_LIBRARY_PATH LD_PRELOAD PKG_CONFIG_PATH PYTHONPATH PYTHONHOME GI_TYPELIB_PATH \
    GSETTINGS_SCHEMA_DIR GTK_PATH GIO_MODULE_DIR GIO_EXTRA_MODULES GDK_PIXBUF_MODULE_FILE CC CFLAGS LDFLAGS
  export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
  export XDG_DATA_DIRS=/usr/local/share:/usr/share
  export TZ="${TZ:-$(time_zone)}"
  # The root has no other locale; the language still chooses the translation.
  export LANGUAGE="${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}}"
  export LC_ALL=C.UTF-8
}

# The machine's own folders, as seen inside: everything but the system's, one a line, parents last
own_folders()
{
  for dir in /* /run /usr/src /usr/local/src /var/tmp "${HOME:-/root}" "$SOURCE" "$PWD"; do
    case $dir in
      /run | /usr/src* | /usr/local/src* | /var/*) ;;
      / | /bin* | /boot* | /dev* | /etc* | /lib* | /lost+found | /proc* | /sbin* | /sys* | /usr* | /var) continue ;;
    esac
    [ ! -d "$dir" ] || [ -L "$dir" ] || printf '%s\n' "$dir"
  done | LC_ALL=C sort -ru
}

# with_bwrap COMMAND...: with the root's system folders and the machine's everything else
with_bwrap()
{
  set -- --chdir "$PWD" -- "$@"
  while read -r dir; do
    set -- --bind "$dir" "$dir" "$@"
  done <<END
$(own_folders)
END
  for file in $OWN_FILES; do
    set -- --ro-bind-try "/etc/$file" "/etc/$file" "$@"
  done
  for dir in bin sbin lib lib64; do
    [ ! -e "$ROOT/$dir" ] || set -- --symlink "usr/$dir" "/$dir" "$@"
  done
  set -- --ro-bind "$ROOT/usr" /usr --ro-bind "$ROOT/etc" /etc --bind "$ROOT/var" /var \
    --dev /dev --dev-bind-try /dev/dri /dev/dri --bind-try /dev/shm /dev/shm \
    --proc /proc --ro-bind-try /sys /sys "$@"
  [ "$(id -u)" != 0 ] || set -- --cap-add ALL "$@"
  bwrap --die-with-parent "$@"
}

# with_mounts COMMAND...: the same by chroot, in a mount namespace, which root may have where bwrap
# cannot work
with_mounts()
{
  set -- -- "$@"
  while read -r dir; do
    set -- "$dir" "$@"
  done <<END
/sys
/proc
/dev
$(own_folders)
END
  # shellcheck disable=SC2016
  unshare --mount sh -euc '
    root=$1 files=$2
    shift 2
    for file in $files; do
      [ ! -e "/etc/$file" ] || mount --bind "/etc/$file" "$root/etc/$file"
    done
    while [ "$1" != -- ]; do
      mkdir -p "$root$1"
      mount --rbind "$1" "$root$1"
      shift
    done
    exec chroot "$root" sh -c "cd \"\$1\" && shift 2 && exec \"\$@\"" sh "$PWD" "$@"' sh "$ROOT" "$OWN_FILES" "$@"
}

# with_copies COMMAND...: by chroot where nothing can be mounted: the sources, the current folder and
# the files among the arguments are copied in, and whatever is newer afterwards is copied out
with_copies()
{
  for file in $OWN_FILES; do
    cp -L "/etc/$file" "$ROOT/etc/$file"
  done
  [ -c "$ROOT/dev/null" ] || die "nothing can be mounted here and the private root has no devices"
  [ ! -d "$ROOT$SOURCE" ] ||
    find "$ROOT$SOURCE" -mindepth 1 -maxdepth 1 ! -name _build -exec rm -rf {} +
  for file in "$SOURCE/." "$@"; do
    file=$(realpath -m -- "$file")
    [ -e "$file" ] || continue
    mkdir -p "$ROOT${file%/*}"
    [ ! -d "$file" ] || mkdir -p "$ROOT$file"
    cp -auT "$file" "$ROOT$file"
  done
  mkdir -p "$ROOT$PWD" "$ROOT${HOME:-/root}"
  status=0
  # shellcheck disable=SC2016
  chroot "$ROOT" sh -c 'cd "$1" && shift && exec "$@"' sh "$PWD" "$@" || status=$?
  cp -auT "$ROOT$SOURCE" "$SOURCE"
  case $PWD/ in
    "$SOURCE"/*) ;;
    *) cp -auT "$ROOT$PWD" "$PWD" ;;
  esac
  return $status
}

# choose_door: sets DOOR to the best way into the root that works here
choose_door()
{
  if with_bwrap true 2>/dev/null; then
    DOOR=with_bwrap
  elif [ "$(id -u)" != 0 ]; then
    die "this machine refuses user namespaces to ordinary users; run it as root"
  elif with_mounts true 2>/dev/null; then
    DOOR=with_mounts
    say "bubblewrap cannot work here; using a plain chroot"
  else
    DOOR=with_copies
    say "no namespaces and no mounts here; using a plain chroot with copies of the sources and of the files given"
  fi
}

# --- The door ------------------------------------------------------------------------------------

# use_system USE: whether the system's own packages will do; installs those that are missing
use_system()
{
  is_complete "$1" && return
  [ "$MANAGER" != none ] || return 1
  # A machine that made a root before needs one still.
  [ ! -d "$(root_of check)" ] && [ ! -d "$(root_of "$1")" ] || return 1
  if ! find_missing "$1"; then
    [ "$MANAGER" = apt-get ] && [ -z "$(candidate libc6-dev)" ] && can_be_root || return 1
    say "fetching the lists of packages"
    refresh_package_lists >&2 || return 1
    find_missing "$1" || return 1
  fi
  can_be_root || return 1
  # shellcheck disable=SC2086
  install_packages $MISSING
  is_complete "$1" || die "$PROOF is still missing after installing $NAME"
}

# enter_machine USE SCRIPT [ARGS...]
enter_machine()
{
  use=$1
  shift
  case ${BELLWETHER_MACHINE-} in
    check) return ;;
    build) [ "$use" = check ] || return 0 ;;
  esac

  MANAGER=$(package_manager)
  MISSING=
  UNMET=unknown
  if use_system "$use"; then
    export BELLWETHER_MACHINE="$use"
    return
  fi
  find_root "$use"
  clean_environment
  choose_door
  case $ROOT in
    */root-check-*) export BELLWETHER_MACHINE=check ;;
    *) export BELLWETHER_MACHINE=build ;;
  esac
  status=0
  "$DOOR" "$@" || status=$?
  exit $status
}
