# Debian packages without root and without touching the system's package state: an apt state of its own in a folder, fed by the
# mirror this machine already uses. Sourced by ./mvnw and compose/postgresql/provision.sh.
#
# private_apt_open STATE SUITE        makes (or reuses) the state; everything below then works on it
# private_apt_fetch DIR PACKAGE…      downloads the packages into DIR
# private_apt_source DIR PACKAGE      downloads a source package's archives into DIR
# private_apt_closure PACKAGE…        prints the names of the packages and all they depend on
# private_apt_unpack DEBS ROOT        unpacks every .deb of a folder into ROOT

private_apt_mirrors() {
  {
    # One-line sources: deb [options] URI suite components
    sed -n 's/^[[:space:]]*deb[[:space:]]\{1,\}\(\[[^]]*\][[:space:]]*\)\{0,1\}\([^[:space:]]\{1,\}\)[[:space:]].*/\2/p' \
      /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true
    # deb822 sources: URIs: a b c
    sed -n 's/^URIs:[[:space:]]*//p' /etc/apt/sources.list.d/*.sources 2>/dev/null | tr -s ' \t' '\n' || true
  } | grep -v -e security -e backports | awk 'NF && !seen[$0]++' | { grep -i debian || true; }
}

private_apt_keyring() {
  local keyring
  for keyring in /usr/share/keyrings/debian-archive-keyring.pgp /usr/share/keyrings/debian-archive-keyring.gpg; do
    if [ -r "$keyring" ]; then
      printf '%s' "$keyring"
      return 0
    fi
  done
  echo "weft: Debian's keyring is missing: install the package debian-archive-keyring" >&2
  return 1
}

private_apt() {
  local tool=$1
  shift
  local sandbox=()
  # apt would download as the user _apt, who may not be able to reach this folder.
  [ "$(id -u)" != 0 ] || sandbox=(-o APT::Sandbox::User=root)
  "$tool" -q -o Dir::State="$PRIVATE_APT/state" -o Dir::State::status="$PRIVATE_APT/state/status" \
    -o Dir::Cache="$PRIVATE_APT/cache" -o Dir::Log="$PRIVATE_APT/log" \
    -o Dir::Etc::sourcelist="$PRIVATE_APT/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
    -o APT::Default-Release= -o Acquire::Languages=none -o Acquire::Retries=3 -o APT::Install-Recommends=false -o Debug::NoLocking=1 \
    -o APT::Update::Post-Invoke::= -o APT::Update::Post-Invoke-Success::= -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false \
    "${sandbox[@]}" "$@"
}

private_apt_open() {
  local suite=$2 mirror keyring
  PRIVATE_APT=$1
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "weft: this machine has no apt-get; only Debian and its relatives are supported here" >&2
    return 1
  fi
  if [ -f "$PRIVATE_APT/ready" ]; then return 0; fi
  keyring=$(private_apt_keyring) || return 1
  mkdir -p "$PRIVATE_APT/state/lists/partial" "$PRIVATE_APT/cache/archives/partial" "$PRIVATE_APT/log"
  : >"$PRIVATE_APT/state/status"
  for mirror in $(private_apt_mirrors); do
    printf 'deb [signed-by=%s] %s %s main\ndeb-src [signed-by=%s] %s %s main\n' \
      "$keyring" "$mirror" "$suite" "$keyring" "$mirror" "$suite" >"$PRIVATE_APT/sources.list"
    if private_apt apt-get update -o APT::Update::Error-Mode=any >"$PRIVATE_APT/update.log" 2>&1; then
      : >"$PRIVATE_APT/ready"
      return 0
    fi
  done
  echo "weft: no Debian mirror of this machine's apt configuration served the suite $suite." >&2
  if [ -f "$PRIVATE_APT/update.log" ]; then tail -n 5 "$PRIVATE_APT/update.log" >&2; else echo "  /etc/apt names none." >&2; fi
  return 1
}

private_apt_fetch() {
  local dir=$1
  shift
  mkdir -p "$dir"
  (cd "$dir" && private_apt apt-get download "$@") >>"$PRIVATE_APT/fetch.log" 2>&1 || {
    echo "weft: could not download $*:" >&2
    tail -n 5 "$PRIVATE_APT/fetch.log" >&2
    return 1
  }
}

private_apt_source() {
  local dir=$1
  shift
  mkdir -p "$dir"
  (cd "$dir" && private_apt apt-get source --download-only "$@") >>"$PRIVATE_APT/fetch.log" 2>&1 || {
    echo "weft: could not download the source of $*:" >&2
    tail -n 5 "$PRIVATE_APT/fetch.log" >&2
    return 1
  }
}

private_apt_closure() {
  private_apt apt-get install --simulate "$@" 2>>"$PRIVATE_APT/fetch.log" | sed -n 's/^Inst \([^ ]*\) .*/\1/p'
}

private_apt_unpack() {
  local deb
  mkdir -p "$2"
  for deb in "$1"/*.deb; do
    dpkg-deb -x "$deb" "$2" || return 1
  done
}
