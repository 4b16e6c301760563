# Sourced by the commands of this folder, which have set home and found a JDK: builds what is missing of the tests.

path=$home/system-tests/target/classpath
if [ ! -f "$path" ] || [ -n "$(find "$home/system-tests/src" "$home/system-tests/pom.xml" -newer "$path" | head -n 1)" ]; then
  find_maven || exit 1
  (cd "$home" && mvn -q -B -DskipTests -pl system-tests -am package dependency:build-classpath \
    -Dmdep.outputFile="$path.new" -Dmdep.includeScope=test)
  mv "$path.new" "$path"
fi

classpath() {
  echo "$home/system-tests/target/test-classes:$(cat "$path")"
}
