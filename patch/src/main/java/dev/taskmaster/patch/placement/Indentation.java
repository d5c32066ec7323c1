package dev.taskmaster.patch.placement;

import dev.taskmaster.patch.reader.HunkLine;
import dev.taskmaster.patch.reader.HunkLine.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Indents the added lines of a hunk as the file is indented at its place, by the one rule that
 * explains all lines both have. Context lines may have lost their marker and then seem to be one
 * space short. Rules that lead to different results cancel each other out.
 */
final class Indentation {
  private final FileLines file;

  Indentation(FileLines file) {
    this.file = file;
  }

  /** The indentation of one line in the hunk and in the file. */
  private record Pair(String ours, String theirs, boolean removed) {
    boolean isExplainedBy(IndentRule rule) {
      boolean plainly = rule.apply(ours).filter(theirs::equals).isPresent();
      return plainly || (!removed && rule.apply(" " + ours).filter(theirs::equals).isPresent());
    }
  }

  /** The hunk's lines for this place; empty when their indentation there would be a guess. */
  Optional<List<HunkLine>> at(int place, List<HunkLine> hunk) {
    if (hunk.stream().noneMatch(Indentation::isIndentable)) {
      return Optional.of(hunk);
    }
    List<Pair> pairs = pairs(place, hunk);
    Set<List<HunkLine>> results = new LinkedHashSet<>();
    for (IndentRule rule : candidates(pairs)) {
      if (pairs.stream().allMatch(pair -> pair.isExplainedBy(rule))) {
        Optional<List<HunkLine>> result = apply(rule, hunk);
        if (result.isEmpty()) {
          return Optional.empty();
        }
        results.add(result.get());
      }
    }
    if (results.size() == 2) {
      return asWrittenIfOnlyThatIsUsual(hunk, results);
    }
    return results.size() == 1 ? Optional.of(results.iterator().next()) : Optional.empty();
  }

  private static boolean isIndentable(HunkLine line) {
    return line.kind() == Kind.ADDED && !line.text().isBlank();
  }

  private List<Pair> pairs(int place, List<HunkLine> hunk) {
    List<Pair> pairs = new ArrayList<>();
    int index = place;
    for (HunkLine line : hunk) {
      if (line.isOld()) {
        if (!line.text().isBlank()) {
          String theirs = Alike.indent(file.at(index));
          pairs.add(new Pair(Alike.indent(line.text()), theirs, line.kind() == Kind.REMOVED));
        }
        index++;
      }
    }
    return pairs;
  }

  private static Set<IndentRule> candidates(List<Pair> pairs) {
    Set<IndentRule> rules = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      IndentRule.between(pair.ours(), pair.theirs()).ifPresent(rules::add);
      if (!pair.removed()) {
        IndentRule.between(" " + pair.ours(), pair.theirs()).ifPresent(rules::add);
      }
    }
    return rules;
  }

  private static Optional<List<HunkLine>> apply(IndentRule rule, List<HunkLine> hunk) {
    List<HunkLine> lines = new ArrayList<>();
    for (HunkLine line : hunk) {
      if (!isIndentable(line)) {
        lines.add(line);
        continue;
      }
      String indent = Alike.indent(line.text());
      Optional<String> mapped = rule.apply(indent);
      if (mapped.isEmpty()) {
        return Optional.empty();
      }
      String rest = line.text().substring(indent.length());
      lines.add(new HunkLine(Kind.ADDED, mapped.get() + rest));
    }
    return Optional.of(lines);
  }

  /**
   * All context is short of one space: either every marker was lost, or the hunk is shifted by one.
   * When the file uses the indentation as written and not the other, markers were lost.
   */
  private Optional<List<HunkLine>> asWrittenIfOnlyThatIsUsual(
      List<HunkLine> hunk, Set<List<HunkLine>> results) {
    if (!results.contains(hunk)) {
      return Optional.empty();
    }
    List<HunkLine> other =
        results.stream().filter(result -> !result.equals(hunk)).findFirst().orElse(hunk);
    boolean clear = isUsual(hunk) && other.stream().noneMatch(this::isUsual);
    return clear ? Optional.of(hunk) : Optional.empty();
  }

  private boolean isUsual(List<HunkLine> lines) {
    return lines.stream().filter(Indentation::isIndentable).allMatch(this::isUsual);
  }

  private boolean isUsual(HunkLine line) {
    return isIndentable(line) && file.indents(Alike.indent(line.text()));
  }
}
