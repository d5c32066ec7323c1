package dev.taskmaster.planner.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which language files are written in, by the names that projects and prompts use. */
public final class Languages {
  private static final Map<String, String> BY_EXTENSION = new HashMap<>();

  static {
    name("java", "java");
    name("kotlin", "kt", "kts");
    name("python", "py", "pyi");
    name("javascript", "js", "mjs", "cjs", "jsx");
    name("typescript", "ts", "tsx", "mts", "cts");
    name("go", "go");
    name("rust", "rs");
    name("c", "c");
    name("c++", "cc", "cpp", "cxx", "hpp", "hh");
    name("c#", "cs");
    name("ruby", "rb");
    name("php", "php");
    name("swift", "swift");
    name("scala", "scala");
    name("shell", "sh", "bash");
  }

  private Languages() {}

  private static void name(String language, String... extensions) {
    for (var extension : extensions) {
      BY_EXTENSION.put(extension, language);
    }
  }

  /** The language most of {@code paths} are written in, else the first of {@code projects}. */
  public static Optional<String> of(Collection<String> paths, List<String> projects) {
    var counts = new HashMap<String, Integer>();
    for (var path : paths) {
      var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      var language = BY_EXTENSION.get(extension);
      if (language != null) {
        counts.merge(language, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .or(() -> projects.stream().map(name -> name.toLowerCase(Locale.ROOT)).findFirst());
  }
}
