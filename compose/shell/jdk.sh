# Finds a JDK of at least the version Weft is built with. Sourced by ./weft and ./mvnw.
WEFT_JDK_VERSION=25

# jdk_version HOME: prints the feature version (17, 25, …) of the JDK there, nothing where there is none.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local version=""
  [ ! -r "$1/release" ] || version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  printf '%s' "$version"
}

# jdk_find: prints the home of the oldest JDK that is new enough (JAVA_HOME first), or fails.
jdk_find() {
  local home version best="" best_version=1000000 on_path=""
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${WEFT_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /usr/local/java* /usr/local/jdk* /usr/local/lib/jvm/* /usr/local/openjdk* /opt/* /opt/java/* /opt/jvm/* /opt/jdk/* \
    "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.jdk/* "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/* \
    "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* "${ASDF_DATA_DIR:-${HOME:-/nonexistent}/.asdf}"/installs/java/* \
    "${HOME:-/nonexistent}"/.jenv/versions/* "${HOME:-/nonexistent}"/.jabba/jdk/* "${HOME:-/nonexistent}"/.gradle/jdks/* \
    /home/linuxbrew/.linuxbrew/opt/openjdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    version=$(jdk_version "$home")
    [ -n "$version" ] && [ "$version" -ge "$WEFT_JDK_VERSION" ] || continue
    if [ "$home" = "${WEFT_JAVA_HOME:-}" ] || [ "$home" = "${JAVA_HOME:-}" ]; then
      printf '%s' "$home"
      return 0
    fi
    [ "$version" -ge "$best_version" ] || { best=$home best_version=$version; }
  done
  [ -n "$best" ] || return 1
  printf '%s' "$best"
}

# jdk_missing: says how to get one.
jdk_missing() {
  cat >&2 <<MESSAGE
weft: no JDK $WEFT_JDK_VERSION (or newer) found.
  Looked at JAVA_HOME (${JAVA_HOME:-not set}), the PATH, /usr/lib/jvm, /usr/local, /opt, ~/.jdks, SDKMAN, mise, asdf, jenv, jabba and Gradle's JDKs.
  Ways to get one:
    Debian 13, Ubuntu 24.04 or newer: apt install openjdk-$WEFT_JDK_VERSION-jdk-headless (where the release has it)
    any system, without root:         install SDKMAN, then: sdk install java $WEFT_JDK_VERSION-tem
                                      or mise, then:        mise install java@$WEFT_JDK_VERSION
    by hand:                          unpack an archive of Eclipse Temurin $WEFT_JDK_VERSION into ~/.jdks
  A JDK elsewhere: export JAVA_HOME=/path/to/jdk and run again.
MESSAGE
}
