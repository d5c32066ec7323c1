package dev.taskmaster.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The class paths that jars name in their manifests. */
final class JarClassPath {
  private JarClassPath() {}

  /** {@code jars} and the existing jars beside them that their manifests name. */
  static List<Path> expand(List<Path> jars) throws IOException {
    var all = new LinkedHashSet<Path>();
    for (var jar : jars) {
      all.add(jar);
      all.addAll(named(jar));
    }
    return List.copyOf(all);
  }

  private static List<Path> named(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      var manifest = file.getManifest();
      var line =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (line == null) {
        return List.of();
      }
      var named = new ArrayList<Path>();
      for (var entry : line.strip().split("\\s+")) {
        var other = jar.resolveSibling(entry);
        if (!entry.isEmpty() && Files.isRegularFile(other)) {
          named.add(other);
        }
      }
      return named;
    }
  }
}
