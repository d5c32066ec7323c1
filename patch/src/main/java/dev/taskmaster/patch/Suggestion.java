package dev.taskmaster.patch;

import dev.taskmaster.patch.files.SourceTree;
import java.util.List;
import java.util.stream.Collectors;

/** Files that a wrong path may have meant, for a message; never used to apply anything. */
final class Suggestion {
  private Suggestion() {}

  static String forPath(String path, SourceTree tree) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    List<String> similar =
        tree.list().stream()
            .filter(other -> other.endsWith("/" + name) || other.equals(name))
            .limit(3)
            .toList();
    return similar.isEmpty()
        ? ", or create the file against /dev/null"
        : similar.stream().collect(Collectors.joining(", ", ", perhaps ", ""));
  }
}
