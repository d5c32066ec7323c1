package dev.taskmaster.executor.context;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Paths that a wrong one may have meant, for a message. */
public final class NearPaths {
  private static final int MOST = 3;
  private static final int MOST_COMPARED = 20_000;

  private NearPaths() {}

  /** The nearest of {@code all}, best first: the same name elsewhere, then similar names. */
  public static List<String> of(String wanted, List<String> all) {
    var name = nameOf(wanted);
    int tolerance = Math.max(2, name.length() / 3);
    return all.stream()
        .limit(MOST_COMPARED)
        .filter(path -> distance(name, nameOf(path)) <= tolerance)
        .sorted(
            Comparator.comparingInt((String path) -> distance(name, nameOf(path)))
                .thenComparingInt(path -> distance(wanted, path))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** Edit distance (Levenshtein), one row at a time. */
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
