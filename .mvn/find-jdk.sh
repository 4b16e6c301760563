# Sourced by ./start and ./verify: finds a JDK 25 or newer and exports JAVA_HOME, or says in one line what to do.

is_jdk() { # is this folder a JDK of release 25 or newer? Asks its release file: starting a JVM for each would take seconds.
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${jdk_release:-0}" -ge 25 ]
}

try_jdk() {
  for jdk_candidate in "$@"; do
    if is_jdk "$jdk_candidate"; then
      JAVA_HOME=$jdk_candidate
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

jdk_on_path() {
  jdk_program=$(command -v javac 2>/dev/null) || return 1
  while [ -L "$jdk_program" ]; do
    jdk_target=$(readlink "$jdk_program")
    case $jdk_target in
      /*) jdk_program=$jdk_target ;;
      *) jdk_program=$(dirname "$jdk_program")/$jdk_target ;;
    esac
  done
  (cd "$(dirname "$jdk_program")/.." && pwd -P)
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && try_jdk "$JAVA_HOME"; then return 0; fi
  if jdk_found=$(jdk_on_path) && try_jdk "$jdk_found"; then return 0; fi
  jdk_home=${HOME:-/nowhere}
  # JDK_ROOT moves the folders of the system elsewhere, for the test of this file.
  try_jdk "${JDK_ROOT:-}"/usr/lib/jvm/* "${JDK_ROOT:-}"/usr/lib64/jvm/* "${JDK_ROOT:-}"/opt/java/* "${JDK_ROOT:-}"/opt/jdk* \
    "${JDK_ROOT:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${JDK_ROOT:-}"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${JDK_ROOT:-}"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${JDK_ROOT:-}"/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "${SDKMAN_DIR:-$jdk_home/.sdkman}"/candidates/java/* "$jdk_home"/.jdks/* \
    "$jdk_home"/Library/Java/JavaVirtualMachines/*/Contents/Home && return 0
  echo "No JDK 25 or newer found: install one (for example Temurin 25), or set JAVA_HOME to it." >&2
  return 1
}

find_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "No Maven found: install Maven 3.8.7 or newer (for example apt-get install maven) so that mvn is on the path." >&2
  return 1
}
