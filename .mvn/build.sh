# Sourced by ./start and compose/prepare, which have set home and found a JDK: packages what is missing or older than its sources.

jar_of() { # where a module's build ends
  case $1 in
    platform/local-stack) echo "$home/$1/target/local-stack.jar" ;;
    *) ls "$home/$1/target/${1##*/}"-[0-9]*.jar 2>/dev/null | grep -v -e '-sources\.jar$' -e '-javadoc\.jar$' | head -n 1 ;;
  esac
}

is_stale() { # was the module never built, or have its sources changed since?
  jar=$(jar_of "$1")
  [ -n "$jar" ] && [ -f "$jar" ] || return 0
  # A repackaged jar always has the time of reproducible builds; the one it was made from has its own.
  [ ! -f "$jar.original" ] || jar=$jar.original
  built=$home/$1/target/.built-by-start
  [ -f "$built" ] && [ "$built" -nt "$jar" ] || built=$jar
  set -- "$home/$1/src/main" "$home/$1/pom.xml" "$home/pom.xml"
  case $1 in
    */platform/local-stack/*) ;;
    */platform/identity-provider/*) set -- "$@" "$home/platform/secrets/src/main" ;;
    *) set -- "$@" "$home/platform/messaging/src/main" "$home/platform/web/src/main" "$home/platform/operations/src/main" \
        "$home/platform/short-way/src/main" "$home/platform/kept-files/src/main" "$home/platform/telemetry/src/main" "$home/platform/secrets/src/main" ;;
  esac
  [ -n "$(find "$@" -type f -newer "$built" | head -n 1)" ]
}

build_what_is_stale() {
  wanted=
  for module in platform/local-stack platform/identity-provider catalog-service review-service vote-service newsletter-service gateway; do
    if is_stale "$module"; then wanted=$wanted,$module; fi
  done
  if [ -n "$wanted" ]; then
    find_maven || exit 1
    echo "Building ${wanted#,} (minutes the first time, seconds later)" >&2
    log=$home/platform/local-stack/target/build.log
    mkdir -p "$(dirname "$log")"
    # A class whose source is gone must not stay: Maven compiles what is there and leaves the rest.
    for module in $(echo "${wanted#,}" | tr ',' ' ') platform/messaging platform/web platform/operations platform/short-way platform/kept-files platform/telemetry \
      platform/secrets; do
      rm -rf "$home/$module/target/classes"
    done
    # In the background, so that a signal is heard at once and ends Maven too.
    (cd "$home" && exec mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "${wanted#,}" -am package) \
      >"$log" 2>&1 &
    maven=$!
    trap 'kill "$maven" 2>/dev/null; exit 130' INT TERM HUP
    wait "$maven" || { cat "$log" >&2; exit 1; }
    trap - INT TERM HUP
    for module in $(echo "${wanted#,}" | tr ',' ' '); do : >"$home/$module/target/.built-by-start"; done
  fi
}
