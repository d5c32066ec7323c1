package dev.taskmaster.workspace.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs on the path. */
final class Programs {
  private static final List<String> USUAL =
      List.of("/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin");

  private Programs() {}

  /** System folders first: what guards must not come from a folder somebody put on the path. */
  static Optional<Path> find(String name, Map<String, String> env) {
    return Stream.concat(
            USUAL.stream(), Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator)))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst();
  }
}
