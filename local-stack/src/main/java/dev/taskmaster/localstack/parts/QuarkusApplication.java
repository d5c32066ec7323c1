package dev.taskmaster.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A built Quarkus application as one flat class path. Its own starter loads classes with a loader
 * whose classes no archive can hold; the flat class path has the same content in the same order,
 * and starts in half the processor time once its classes are archived.
 *
 * @param folder the {@code quarkus-app} folder of the build
 */
record QuarkusApplication(Path folder) {
  static final String MAIN = "io.quarkus.runner.GeneratedMain";

  /** What the starter's manifest and main class would have set. */
  static final List<String> FLAGS =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  /** What the build changed, then what it generated, then the application, then libraries. */
  List<Path> classPath() {
    var classPath = new ArrayList<Path>();
    for (var name : List.of("transformed-bytecode.jar", "generated-bytecode.jar")) {
      var jar = folder.resolve("quarkus").resolve(name);
      if (Files.exists(jar)) {
        classPath.add(jar);
      }
    }
    for (var part : List.of("app", "lib/boot", "lib/main")) {
      classPath.addAll(jarsIn(folder.resolve(part)));
    }
    return classPath;
  }

  private static List<Path> jarsIn(Path part) {
    try (Stream<Path> files = Files.list(part)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot list " + part + ": build again with './mvnw -DskipTests package'", e);
    }
  }
}
