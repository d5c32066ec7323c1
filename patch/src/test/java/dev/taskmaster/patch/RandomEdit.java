package dev.taskmaster.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random edit of a text, with the hunks that a perfect diff of it would have. */
record RandomEdit(String before, String after, List<DiffHunk> hunks) {

  /** A hunk: its first old line from 1 and its marked lines. */
  record DiffHunk(int oldStart, int newStart, List<String> lines) {
    long count(char other) {
      return lines.stream().filter(line -> line.charAt(0) != other).count();
    }
  }

  static RandomEdit of(String before, Random random) {
    List<String> old = before.lines().toList();
    List<String> next = new ArrayList<>();
    List<DiffHunk> hunks = new ArrayList<>();
    int at = 0;
    int wanted = 1 + random.nextInt(3);
    while (hunks.size() < wanted && at + 10 < old.size()) {
      int start = at + random.nextInt(Math.min(30, old.size() - at - 5));
      int removed = random.nextInt(3);
      List<String> added = lines(old, random, removed == 0 ? 1 : 0);
      List<String> gone = old.subList(start, start + removed);
      if (gone.equals(added) || isLooseEdge(old, start, removed, added)) {
        at = start + 1;
        next.addAll(old.subList(next.size() - drift(hunks), at));
        continue;
      }
      int firstContext = Math.max(at, start - 3);
      int lastContext = Math.min(old.size(), start + removed + 3);
      List<String> lines = new ArrayList<>();
      old.subList(firstContext, start).forEach(line -> lines.add(" " + line));
      gone.forEach(line -> lines.add("-" + line));
      added.forEach(line -> lines.add("+" + line));
      old.subList(start + removed, lastContext).forEach(line -> lines.add(" " + line));
      hunks.add(new DiffHunk(firstContext + 1, firstContext + 1 + drift(hunks), lines));
      next.addAll(old.subList(at < start ? consumed(next, hunks) : start, start));
      next.addAll(added);
      at = start + removed;
      next.addAll(old.subList(at, lastContext));
      at = lastContext;
    }
    next.addAll(old.subList(at, old.size()));
    return hunks.isEmpty()
        ? of(before, random)
        : new RandomEdit(before, String.join("\n", next) + "\n", hunks);
  }

  private static int consumed(List<String> next, List<DiffHunk> hunks) {
    return next.size() - drift(hunks.subList(0, hunks.size() - 1));
  }

  private static int drift(List<DiffHunk> hunks) {
    int drift = 0;
    for (DiffHunk hunk : hunks) {
      drift += (int) (hunk.count('-') - hunk.count('+'));
    }
    return drift;
  }

  /** An added line equal to its neighbour has two right places; the bytes are the same. */
  private static boolean isLooseEdge(List<String> old, int start, int removed, List<String> added) {
    return added.isEmpty() && removed == 0;
  }

  private static List<String> lines(List<String> old, Random random, int least) {
    List<String> lines = new ArrayList<>();
    int count = least + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String line = old.get(random.nextInt(old.size()));
      switch (random.nextInt(4)) {
        case 0 -> lines.add(line);
        case 1 -> lines.add(line + " // " + random.nextInt(1_000));
        case 2 -> lines.add("    added" + random.nextInt(1_000) + "();");
        default -> lines.add(random.nextBoolean() ? "" : "  int x" + random.nextInt(100) + " = 1;");
      }
    }
    return lines;
  }
}
