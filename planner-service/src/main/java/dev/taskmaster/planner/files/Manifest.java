package dev.taskmaster.planner.files;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A bounded list of files for a model, those that fit the words of the task first. */
public final class Manifest {
  private Manifest() {}

  /**
   * Lines of path and size.
   *
   * @param mostBytes the list's bound; what is left out is counted in a last line
   */
  public static String of(List<ProjectFile> files, String about, int mostBytes) {
    var ranked = ranked(files, about);
    var text = new StringBuilder();
    int used = 0;
    int listed = 0;
    for (var file : ranked) {
      var line = file.path() + " " + file.size() + "\n";
      int bytes = line.getBytes(StandardCharsets.UTF_8).length;
      if (used + bytes > mostBytes) {
        break;
      }
      text.append(line);
      used += bytes;
      listed++;
    }
    if (listed < ranked.size()) {
      text.append("… and ").append(ranked.size() - listed).append(" more files\n");
    }
    return text.toString();
  }

  /** Files worth reading, the likeliest first. */
  static List<ProjectFile> ranked(List<ProjectFile> files, String about) {
    var words = Words.of(about);
    return files.stream()
        .filter(file -> FileRole.of(file.path()) != FileRole.NOISE)
        .sorted(
            Comparator.<ProjectFile>comparingInt(file -> -score(file, words, about))
                .thenComparing(ProjectFile::path))
        .toList();
  }

  private static int score(ProjectFile file, Set<String> words, String about) {
    int score =
        switch (FileRole.of(file.path())) {
          case SOURCE -> 4;
          case TEST -> 2;
          case TEXT, NOISE -> 0;
        };
    if (about.contains(file.path())) {
      score += 40;
    } else if (about.contains(file.name())) {
      score += 30;
    }
    var inName = Words.of(file.name());
    var inPath = Words.of(file.path());
    for (var word : words) {
      score += inName.contains(word) ? 10 : inPath.contains(word) ? 4 : 0;
    }
    return score - (int) file.path().chars().filter(c -> c == '/').count() / 2;
  }
}
