package dev.taskmaster.patch.reader;

import dev.taskmaster.patch.reader.HunkLine.Kind;
import java.util.ArrayList;
import java.util.List;

/** The shortest hunk between two blocks of lines (longest common subsequence, by table). */
final class LineDiff {
  /** Above this many cells the middle is replaced as a whole. */
  private static final long MAX_CELLS = 4_000_000;

  private LineDiff() {}

  static List<HunkLine> between(List<String> before, List<String> after) {
    int head = 0;
    while (head < Math.min(before.size(), after.size())
        && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(before.size(), after.size()) - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<HunkLine> lines = new ArrayList<>();
    addAll(lines, Kind.CONTEXT, before.subList(0, head));
    middle(
        lines,
        before.subList(head, before.size() - tail),
        after.subList(head, after.size() - tail));
    addAll(lines, Kind.CONTEXT, before.subList(before.size() - tail, before.size()));
    return lines;
  }

  private static void middle(List<HunkLine> lines, List<String> before, List<String> after) {
    if ((long) before.size() * after.size() > MAX_CELLS) {
      addAll(lines, Kind.REMOVED, before);
      addAll(lines, Kind.ADDED, after);
      return;
    }
    int[][] common = table(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both && before.get(i).equals(after.get(j))) {
        lines.add(new HunkLine(Kind.CONTEXT, before.get(i)));
        i++;
        j++;
      } else if (j == after.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new HunkLine(Kind.REMOVED, before.get(i++)));
      } else {
        lines.add(new HunkLine(Kind.ADDED, after.get(j++)));
      }
    }
  }

  /** The length of the longest common subsequence of every pair of tails. */
  private static int[][] table(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void addAll(List<HunkLine> lines, Kind kind, List<String> texts) {
    texts.forEach(text -> lines.add(new HunkLine(kind, text)));
  }
}
