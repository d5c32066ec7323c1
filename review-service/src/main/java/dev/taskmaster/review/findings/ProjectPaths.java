package dev.taskmaster.review.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the file of the project that a tool means, in whatever folder the tool ran. */
public final class ProjectPaths {
  private final Set<String> paths;
  private final Map<String, List<String>> byName = new HashMap<>();

  public ProjectPaths(Collection<String> paths) {
    this.paths = new HashSet<>(paths);
    for (var path : paths) {
      byName.computeIfAbsent(nameOf(path), name -> new ArrayList<>()).add(path);
    }
  }

  /** The project's path for {@code written}; empty for a file of a library or of the system. */
  public Optional<String> find(String written) {
    var path = written.strip().replace('\\', '/').replaceFirst("^file:/*(?=/)", "");
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    if (paths.contains(path)) {
      return Optional.of(path);
    }
    return path.startsWith("/") ? endOf(path) : onlyOneEnding(path);
  }

  /** The longest known path that an absolute one ends with. */
  private Optional<String> endOf(String absolute) {
    return byName.getOrDefault(nameOf(absolute), List.of()).stream()
        .filter(path -> absolute.endsWith("/" + path))
        .max(java.util.Comparator.comparingInt(String::length));
  }

  private Optional<String> onlyOneEnding(String relative) {
    var candidates =
        byName.getOrDefault(nameOf(relative), List.of()).stream()
            .filter(path -> path.endsWith("/" + relative))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
