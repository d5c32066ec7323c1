package dev.taskmaster.planner.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the file that somebody meant by a path. */
public final class KnownPaths {
  private static final int MOST_SUGGESTED = 3;
  private final Set<String> paths;

  public KnownPaths(Collection<ProjectFile> files) {
    paths = new LinkedHashSet<>(files.stream().map(ProjectFile::path).toList());
  }

  /**
   * The file at {@code written}, or the only one that ends so; empty where there is none or two.
   */
  public Optional<String> find(String written) {
    var path = written.strip().replace('\\', '/').replaceFirst("^(\\./|/)+", "");
    if (paths.contains(path)) {
      return Optional.of(path);
    }
    if (path.isEmpty()) {
      return Optional.empty();
    }
    var endings = paths.stream().filter(known -> known.endsWith("/" + path)).toList();
    return endings.size() == 1 ? Optional.of(endings.getFirst()) : Optional.empty();
  }

  /** The paths that look most like {@code written}. */
  public List<String> nearest(String written) {
    var name = nameOf(written);
    return paths.stream()
        .filter(path -> FileRole.of(path) != FileRole.NOISE)
        .sorted(
            Comparator.<String>comparingInt(path -> distance(nameOf(path), name))
                .thenComparingInt(path -> distance(path, written))
                .thenComparing(path -> path))
        .limit(MOST_SUGGESTED)
        .toList();
  }

  private static String nameOf(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    return name.length() > 120 ? name.substring(0, 120) : name;
  }

  /** How many letters have to be changed, added or taken away (Levenshtein). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
