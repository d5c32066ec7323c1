package dev.taskmaster.patch.writer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides whether a block is really the whole of an existing file, and writes it in its style. */
public final class WholeFile {
  private static final List<String> ELISIONS =
      List.of("...", "…", "rest of", "existing code", "unchanged", "remains the same", "omitted");

  private WholeFile() {}

  /** Why the block cannot be taken for the whole file; empty when it can. */
  public static Optional<String> doubt(TextFile before, List<String> after, boolean saidComplete) {
    Optional<String> elided =
        after.stream()
            .filter(WholeFile::isElision)
            .filter(l -> !before.texts().contains(l))
            .findFirst();
    if (elided.isPresent()) {
      return Optional.of("it leaves lines out (\"%s\")".formatted(elided.get().strip()));
    }
    if (saidComplete) {
      return Optional.empty();
    }
    List<String> old = significant(before.texts());
    List<String> next = significant(after);
    if (old.isEmpty()) {
      return Optional.empty();
    }
    boolean sameEnds =
        !next.isEmpty()
            && near(old.getFirst(), next.subList(0, Math.min(5, next.size())))
            && near(old.getLast(), next.subList(Math.max(0, next.size() - 5), next.size()));
    if (!sameEnds || common(old, next) * 2 < old.size()) {
      return Optional.of("it may be only a part of the file");
    }
    return Optional.empty();
  }

  /** The file with this content, in the endings and with the final newline it has. */
  public static TextFile rewritten(TextFile before, List<String> after) {
    List<TextFile.Line> lines = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      boolean bare = i == after.size() - 1 && !before.endsInNewline();
      lines.add(new TextFile.Line(after.get(i), bare ? "" : before.usualEnding()));
    }
    return before.with(lines);
  }

  private static boolean isElision(String line) {
    String plain = line.strip().toLowerCase(Locale.ROOT);
    boolean comment =
        plain.startsWith("//")
            || plain.startsWith("#")
            || plain.startsWith("/*")
            || plain.startsWith("<!--")
            || plain.startsWith("--")
            || plain.startsWith(";");
    boolean bare = plain.equals("...") || plain.equals("…");
    return bare || (comment && ELISIONS.stream().anyMatch(plain::contains));
  }

  private static boolean near(String line, List<String> lines) {
    return lines.contains(line);
  }

  private static int common(List<String> old, List<String> next) {
    Map<String, Integer> left = new HashMap<>();
    next.forEach(line -> left.merge(line, 1, Integer::sum));
    int common = 0;
    for (String line : old) {
      if (left.getOrDefault(line, 0) > 0) {
        left.merge(line, -1, Integer::sum);
        common++;
      }
    }
    return common;
  }

  private static List<String> significant(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
