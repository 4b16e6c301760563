# Sourced by the commands here: builds this module where it is older than its sources, and becomes one of its classes.

find_jdk_or_end() {
  . "$home/.mvn/find-jdk.sh"
  find_jdk || exit 2
}

become() { # CLASS ARGUMENT…
  jar=$(ls "$home"/benchmarks/target/benchmarks-[0-9]*.jar 2>/dev/null | head -n 1 || true)
  if [ -z "$jar" ] || [ -n "$(find "$home/benchmarks/src/main" "$home/benchmarks/pom.xml" "$home/pom.xml" -newer "$jar" -type f | head -n 1)" ]; then
    find_maven || exit 2
    (cd "$home" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl benchmarks package)
    jar=$(ls "$home"/benchmarks/target/benchmarks-[0-9]*.jar | head -n 1)
  fi
  main=$1
  shift
  exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dproject.home=$home" \
    -cp "$jar:$home/benchmarks/target/lib/*" "dev.toolverdicts.benchmarks.$main" "$@"
}
