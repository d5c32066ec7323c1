package dev.taskmaster.patch.placement;

import dev.taskmaster.patch.reader.Hunk;
import dev.taskmaster.patch.reader.HunkLine;
import dev.taskmaster.patch.reader.HunkLine.Kind;
import dev.taskmaster.patch.report.Fit;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds all places of one hunk on the best level that has any: exact, then white space relaxed,
 * then alike. Always the whole block, never a part of it.
 */
final class Search {
  private static final double LEAST_ALIKE_LINE = 0.6;
  private static final double LEAST_ALIKE_BLOCK = 0.85;
  private static final double CLEAR_LEAD = 0.15;
  private static final int LEAST_LETTERS = 4;

  private final FileLines file;

  Search(FileLines file) {
    this.file = file;
  }

  List<Place> places(Hunk hunk) {
    List<HunkLine> lines = hunk.lines();
    List<String> old = hunk.oldLines();
    if (old.isEmpty()) {
      return file.count() == 0 ? List.of(new Place(0, Fit.EXACT, lines)) : List.of();
    }
    List<Place> exact = exact(lines, old);
    if (!exact.isEmpty()) {
      return exact;
    }
    List<Place> relaxed = relaxed(lines);
    if (!relaxed.isEmpty()) {
      return relaxed;
    }
    List<HunkLine> trimmed = withoutBlankEdges(lines);
    if (trimmed.size() < lines.size() && trimmed.stream().anyMatch(HunkLine::isOld)) {
      List<Place> inner = relaxed(trimmed);
      if (!inner.isEmpty()) {
        return inner;
      }
    }
    return alike(trimmed);
  }

  /** Whether the hunk's block lies at this index, white space aside. */
  boolean fitsRelaxed(List<String> old, int at) {
    if (at < 0 || at + old.size() > file.count()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!file.relaxedAt(at + i).equals(Alike.relaxed(old.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private List<Place> exact(List<HunkLine> lines, List<String> old) {
    List<Place> places = new ArrayList<>();
    for (int at = 0; at + old.size() <= file.count(); at++) {
      int i = 0;
      while (i < old.size() && file.at(at + i).equals(old.get(i))) {
        i++;
      }
      if (i == old.size()) {
        places.add(new Place(at, Fit.EXACT, lines));
      }
    }
    return places;
  }

  private List<Place> relaxed(List<HunkLine> lines) {
    List<String> old = relaxedOld(lines);
    if (letters(old) < LEAST_LETTERS) {
      return List.of();
    }
    List<Place> places = new ArrayList<>();
    for (int at = 0; at + old.size() <= file.count(); at++) {
      int i = 0;
      while (i < old.size() && file.relaxedAt(at + i).equals(old.get(i))) {
        i++;
      }
      if (i == old.size()) {
        int here = at;
        new Indentation(file)
            .at(at, lines)
            .ifPresent(l -> places.add(new Place(here, Fit.WHITESPACE, l)));
      }
    }
    return places;
  }

  /** The one place that is clearly more alike than any other; removed lines must be equal there. */
  private List<Place> alike(List<HunkLine> lines) {
    List<HunkLine> old = lines.stream().filter(HunkLine::isOld).toList();
    List<String> relaxed = relaxedOld(lines);
    if (old.size() < 3 || letters(relaxed) < 3 * LEAST_LETTERS) {
      return List.of();
    }
    double best = 0;
    double second = 0;
    int place = -1;
    for (int at = 0; at + old.size() <= file.count(); at++) {
      double score = score(lines, old, relaxed, at);
      if (score > best) {
        second = best;
        best = score;
        place = at;
      } else {
        second = Math.max(second, score);
      }
    }
    if (best < LEAST_ALIKE_BLOCK || best - second < CLEAR_LEAD) {
      return List.of();
    }
    return keepsIndentation(lines, place)
        ? List.of(new Place(place, Fit.SIMILAR, lines))
        : List.of();
  }

  /** In a block that is only alike, indentation must not need repair. */
  private boolean keepsIndentation(List<HunkLine> lines, int at) {
    int index = at;
    for (HunkLine line : lines) {
      if (line.isOld()) {
        boolean equal = file.relaxedAt(index).equals(Alike.relaxed(line.text()));
        boolean sameIndent = Alike.indent(file.at(index)).equals(Alike.indent(line.text()));
        if (equal && !line.text().isBlank() && !sameIndent) {
          return false;
        }
        index++;
      }
    }
    return true;
  }

  private double score(List<HunkLine> lines, List<HunkLine> old, List<String> relaxed, int at) {
    int equal = 0;
    for (int i = 0; i < old.size(); i++) {
      boolean same = file.relaxedAt(at + i).equals(relaxed.get(i));
      if (!same && old.get(i).kind() == Kind.REMOVED) {
        return 0;
      }
      equal += same ? 1 : 0;
    }
    if (equal * 2 < old.size() || !anchorsHold(lines, relaxed, at)) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < old.size(); i++) {
      double ratio = Alike.ratio(file.relaxedAt(at + i), relaxed.get(i));
      if (ratio < LEAST_ALIKE_LINE) {
        return 0;
      }
      sum += ratio;
    }
    return sum / old.size();
  }

  /** The lines next to an insertion decide where it goes, so they must be equal. */
  private boolean anchorsHold(List<HunkLine> lines, List<String> relaxed, int at) {
    int index = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean added = lines.get(i).kind() == Kind.ADDED;
      if (added && i > 0 && lines.get(i - 1).isOld() && !equalAt(relaxed, at, index - 1)) {
        return false;
      }
      if (added
          && i + 1 < lines.size()
          && lines.get(i + 1).isOld()
          && !equalAt(relaxed, at, index)) {
        return false;
      }
      index += added ? 0 : 1;
    }
    return true;
  }

  private boolean equalAt(List<String> relaxed, int at, int index) {
    return file.relaxedAt(at + index).equals(relaxed.get(index));
  }

  private static List<HunkLine> withoutBlankEdges(List<HunkLine> lines) {
    int start = 0;
    int end = lines.size();
    while (start < end && isBlankContext(lines.get(start))) {
      start++;
    }
    while (end > start && isBlankContext(lines.get(end - 1))) {
      end--;
    }
    return lines.subList(start, end);
  }

  private static boolean isBlankContext(HunkLine line) {
    return line.kind() == Kind.CONTEXT && line.text().isBlank();
  }

  private static List<String> relaxedOld(List<HunkLine> lines) {
    return lines.stream().filter(HunkLine::isOld).map(l -> Alike.relaxed(l.text())).toList();
  }

  static long letters(List<String> lines) {
    return lines.stream()
        .mapToLong(l -> l.chars().filter(Character::isLetterOrDigit).count())
        .sum();
  }

  /** Where most of the block's lines are, for a message; 0 when none is anywhere. */
  int nearest(List<String> old) {
    List<String> relaxed = old.stream().map(Alike::relaxed).toList();
    int best = 0;
    int most = 0;
    for (int at = 0; at < file.count(); at++) {
      int equal = 0;
      for (int i = 0; i < relaxed.size() && at + i < file.count(); i++) {
        boolean same = file.relaxedAt(at + i).equals(relaxed.get(i));
        equal += same && !relaxed.get(i).isEmpty() ? 1 : 0;
      }
      if (equal > most) {
        most = equal;
        best = at;
      }
    }
    return best;
  }
}
