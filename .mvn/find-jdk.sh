# Sourced by ./mvnw and ./taskmaster: sets JAVA_HOME to a JDK of at least version 21, or explains what is missing.
# Looks at JAVA_HOME, then at the java on the path, then in the folders where systems keep their JVMs.

jdk_version() { # prints the feature version of the JDK at $1, nothing if there is no compiler there
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'
}

usable_jdk() {
  found=$(jdk_version "$1")
  [ -n "$found" ] && [ "$found" -ge 21 ]
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && usable_jdk "$JAVA_HOME"; then export JAVA_HOME; return 0; fi
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    candidate=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    if usable_jdk "$candidate"; then JAVA_HOME=$candidate; export JAVA_HOME; return 0; fi
  fi
  best=0
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if usable_jdk "$candidate" && [ "$found" -gt "$best" ]; then best=$found; JAVA_HOME=$candidate; fi
  done
  if [ "$best" -gt 0 ]; then export JAVA_HOME; return 0; fi
  echo "No JDK 21 or newer found: JAVA_HOME is '${JAVA_HOME:-}', javac on the path is '${on_path:-none}'." >&2
  echo "Install one (for example the package openjdk-21-jdk or Temurin 25) or set JAVA_HOME to it." >&2
  return 1
}
