#!/usr/bin/env bash
# A private PostgreSQL cluster in one folder. Every command can be repeated.
#   cluster.sh start  FOLDER PORT [-c setting=value …]   makes the cluster where there is none, starts it, waits until it answers
#   cluster.sh stop   FOLDER                             stops it (fast, nothing lost)
#   cluster.sh status FOLDER                             exit 0: running, 3: not running
#   cluster.sh remove FOLDER                             stops it and deletes the folder
# FOLDER/password holds the password of the superuser `postgres` (taken if there, made if not); FOLDER/log is the server's log.
# The server listens on 127.0.0.1 only. PostgreSQL refuses to run as root: for root it runs as `nobody`.
set -euo pipefail
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)

fail() {
  printf 'postgresql: %s\n' "$*" >&2
  exit 1
}

[ $# -ge 2 ] || fail "usage: cluster.sh start|stop|status|remove FOLDER [PORT] [-c setting=value …]"
COMMAND=$1
FOLDER=$(realpath -m "$2")
DATA="$FOLDER/data"
POSTGRESQL=${WEFT_POSTGRESQL:-$HERE/../../.weft/postgresql}
POSTGRESQL=$(realpath -m "$POSTGRESQL")

# as_server COMMAND…: as ourselves, or as nobody where we are root.
as_server() { (cd / && "${SERVER_USER[@]}" "$@"); }

# A clone in a folder that only root may enter (/root/…) is no place for nobody: one capability, to pass through folders, is left to the
# server then. It reads what root could read, so its superuser is as mighty as a reader as root: this is for demos and tests.
choose_server_user() {
  SERVER_USER=()
  [ "$(id -u)" = 0 ] || return 0
  command -v setpriv >/dev/null 2>&1 || fail "run as root this needs setpriv (package util-linux)"
  local group capability nobody
  group=$(id -gn nobody 2>/dev/null) || fail "run as root this needs the user nobody"
  nobody=(setpriv --reuid=nobody "--regid=$group" --clear-groups)
  SERVER_USER=("${nobody[@]}")
  if (cd / && "${nobody[@]}" test -x "$POSTGRESQL/bin/postgres" -a -x "$FOLDER"); then return 0; fi
  for capability in dac_read_search dac_override; do
    # no_setuid_fixup: without it access(2), which initdb and postgres use, leaves capabilities aside.
    SERVER_USER=("${nobody[@]}" --securebits=+no_setuid_fixup "--inh-caps=+$capability" "--ambient-caps=+$capability")
    if (cd / && "${SERVER_USER[@]}" "$POSTGRESQL/bin/initdb" --version) >/dev/null 2>&1; then return 0; fi
  done
  fail "the user nobody cannot reach $FOLDER, and this machine's root may not grant it the way: move the clone to a folder everybody may enter (chmod o+x its parents), or run as a normal user"
}

# The process of this very folder, not whatever process has got its number since.
server_pid() {
  local pid
  [ -r "$DATA/postmaster.pid" ] || return 1
  pid=$(head -n 1 "$DATA/postmaster.pid")
  [ -n "$pid" ] && [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$DATA" ] || return 1
  printf '%s' "$pid"
}

# PostgreSQL tells a stale postmaster.pid by itself, unless another process has got the number since the crash: then we take the file
# away, but never while a process of the crashed server is left.
clear_stale_pid() {
  local process pid
  [ -f "$DATA/postmaster.pid" ] || return 0
  pid=$(head -n 1 "$DATA/postmaster.pid")
  [ -d "/proc/$pid" ] || return 0
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/cwd" 2>/dev/null)" != "$DATA" ] || return 0
  done
  rm -f "$DATA/postmaster.pid"
}

own() { [ "$(id -u)" != 0 ] || chown -R nobody: "$@"; }

initialise() {
  [ -f "$DATA/PG_VERSION" ] && return 0
  local fresh
  rm -rf "$FOLDER"/data.new.*
  fresh=$(mktemp -d "$FOLDER/data.new.XXXXXX")
  if [ ! -s "$FOLDER/password" ]; then
    (umask 077 && head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$FOLDER/password")
  fi
  cp "$FOLDER/password" "$fresh.password"
  own "$fresh" "$fresh.password"
  as_server "$POSTGRESQL/bin/initdb" --pgdata="$fresh" --username=postgres --pwfile="$fresh.password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8 --no-sync >"$FOLDER/log" 2>&1 || {
    tail -n 15 "$FOLDER/log" >&2
    fail "initdb failed"
  }
  rm -f "$fresh.password"
  mv -T "$fresh" "$DATA"
}

start() {
  local port=$1 attempt
  shift
  [ -x "$POSTGRESQL/bin/postgres" ] || fail "no PostgreSQL in $POSTGRESQL: run compose/postgresql/provision.sh"
  mkdir -p "$FOLDER"
  [ "$(id -u)" != 0 ] || chmod o+x "$FOLDER"
  choose_server_user
  ! server_pid >/dev/null || { echo "postgresql: already running"; return 0; }
  initialise
  touch "$FOLDER/log"
  own "$FOLDER/log"
  # After a kill -9 the last backends may need a moment to see that their server is gone.
  for attempt in 1 2 3; do
    clear_stale_pid
    if as_server "$POSTGRESQL/bin/pg_ctl" start --wait --timeout=60 --pgdata="$DATA" --log="$FOLDER/log" --silent \
      --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c jit=off -c random_page_cost=1.1 $*" </dev/null >>"$FOLDER/log.start" 2>&1; then
      rm -f "$FOLDER/log.start"
      return 0
    fi
    [ "$attempt" = 3 ] || sleep 1
  done
  tail -n 15 "$FOLDER/log" >&2
  fail "the server did not start on port $port; its log is $FOLDER/log"
}

stop() {
  local pid
  pid=$(server_pid) || return 0
  choose_server_user
  as_server "$POSTGRESQL/bin/pg_ctl" stop "--mode=${1:-fast}" --wait --timeout=30 --pgdata="$DATA" --silent >/dev/null 2>&1 \
    || as_server "$POSTGRESQL/bin/pg_ctl" stop --mode=immediate --wait --timeout=30 --pgdata="$DATA" --silent >/dev/null 2>&1 \
    || fail "the server (process $pid) does not stop"
}

case $COMMAND in
  start) [ $# -ge 3 ] || fail "usage: cluster.sh start FOLDER PORT"; start "${@:3}" ;;
  stop) stop fast ;;
  status) server_pid >/dev/null || exit 3 ;;
  remove) stop immediate && rm -rf "$FOLDER" ;;
  *) fail "unknown command $COMMAND: start, stop, status, remove" ;;
esac
