package dev.taskmaster.localstack.parts;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment a process of the stack gets: what any program needs, or, for those that may call
 * models, everything the person has set.
 */
final class Surroundings {
  private static final List<String> NEEDED =
      List.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TZ");

  private final Map<String, String> person;

  Surroundings(Map<String, String> person) {
    this.person = Map.copyOf(person);
  }

  /** Without anything that could be a secret. */
  Map<String, String> minimal() {
    var environment = new LinkedHashMap<String, String>();
    for (var name : NEEDED) {
      var value = person.get(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    return withJvm(environment);
  }

  /** With the person's own settings, keys of models among them. */
  Map<String, String> personal() {
    return withJvm(new LinkedHashMap<>(person));
  }

  private static Map<String, String> withJvm(Map<String, String> environment) {
    environment.put("JAVA_HOME", Path.of(System.getProperty("java.home")).toString());
    // Each thread of a JVM gets its own malloc arena otherwise, and keeps what it once needed.
    environment.put("MALLOC_ARENA_MAX", "2");
    return environment;
  }
}
