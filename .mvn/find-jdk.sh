# Sourced by ./start and ./verify: finds a JDK 25 or newer and exports JAVA_HOME, or says in one line what to do.

jdk_release() { # folder -> its feature version, nothing when it is no JDK
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" \
    ${JDK_FOLDERS:-/usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* /opt/jdk* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
      "${HOME:-/nowhere}"/.jdks/*}; do
    [ -n "$candidate" ] || continue
    release=$(jdk_release "$candidate")
    if [ -n "$release" ] && [ "$release" -ge 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "No JDK 25 found: install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  return 1
}

find_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "No Maven found: install Maven 3.8.7 or newer (for example: apt-get install maven) and put mvn on the path." >&2
  return 1
}
