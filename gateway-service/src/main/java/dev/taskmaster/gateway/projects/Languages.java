package dev.taskmaster.gateway.projects;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which programming languages the files of a project are written in, the most used first. */
final class Languages {
  private static final int MOST = 5;
  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("java", "java"),
          Map.entry("kt", "kotlin"),
          Map.entry("kts", "kotlin"),
          Map.entry("scala", "scala"),
          Map.entry("py", "python"),
          Map.entry("js", "javascript"),
          Map.entry("mjs", "javascript"),
          Map.entry("cjs", "javascript"),
          Map.entry("jsx", "javascript"),
          Map.entry("ts", "typescript"),
          Map.entry("tsx", "typescript"),
          Map.entry("go", "go"),
          Map.entry("rs", "rust"),
          Map.entry("c", "c"),
          Map.entry("cc", "c++"),
          Map.entry("cpp", "c++"),
          Map.entry("cxx", "c++"),
          Map.entry("hpp", "c++"),
          Map.entry("cs", "c#"),
          Map.entry("rb", "ruby"),
          Map.entry("php", "php"),
          Map.entry("swift", "swift"),
          Map.entry("sh", "shell"));

  private Languages() {}

  static List<String> of(ProjectFiles files) {
    var counts = new HashMap<String, Integer>();
    for (var path : files.paths()) {
      var language = BY_EXTENSION.get(path.substring(path.lastIndexOf('.') + 1));
      if (language != null) {
        counts.merge(language, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
