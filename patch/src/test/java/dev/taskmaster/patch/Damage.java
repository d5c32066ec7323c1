package dev.taskmaster.patch;

import dev.taskmaster.patch.RandomEdit.DiffHunk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What models do to diffs. */
enum Damage {
  NONE(90),
  NO_GIT_HEADER(75),
  NO_PREFIX(75),
  BARE_HUNKS(70),
  WRONG_NUMBERS(60),
  WRONG_COUNTS(60),
  WINDOWS_ANSWER(75),
  WINDOWS_FILE(75),
  FENCED_WITH_PROSE(75),
  PROSE_BEHIND(50),
  LOST_BLANK_MARKERS(70),
  LOST_CONTEXT_MARKERS(40),
  TRAILING_SPACE(70),
  DEDENTED(30),
  TABS(30),
  TYPO_IN_CONTEXT(20),
  LESS_CONTEXT(50),
  SHUFFLED_HUNKS(60),
  SHOWN_TWICE(70);

  private final int leastApplied;

  Damage(int leastApplied) {
    this.leastApplied = leastApplied;
  }

  int leastApplied() {
    return leastApplied;
  }

  static String damaged(RandomEdit edit, Set<Damage> damages, Random random) {
    List<DiffHunk> hunks = new ArrayList<>(edit.hunks());
    if (damages.contains(SHUFFLED_HUNKS)) {
      Collections.shuffle(hunks, random);
    }
    boolean prefixes = !damages.contains(NO_PREFIX);
    StringBuilder diff = new StringBuilder();
    if (!damages.contains(NO_GIT_HEADER)) {
      diff.append("diff --git a/src/A.java b/src/A.java\nindex 123..456 100644\n");
    }
    diff.append(prefixes ? "--- a/src/A.java\n" : "--- src/A.java\n");
    diff.append(prefixes ? "+++ b/src/A.java\n" : "+++ src/A.java\n");
    for (DiffHunk hunk : hunks) {
      DiffHunk shown = damages.contains(LESS_CONTEXT) ? lessContext(hunk, random) : hunk;
      diff.append(header(shown, damages, random)).append('\n');
      lines(shown, damages, random).forEach(line -> diff.append(line).append('\n'));
    }
    return wrapped(diff.toString(), damages);
  }

  private static String wrapped(String diff, Set<Damage> damages) {
    String answer = diff;
    if (damages.contains(FENCED_WITH_PROSE)) {
      answer = "Sure, here is the change:\n\n```diff\n" + answer + "```\n";
    }
    if (damages.contains(SHOWN_TWICE)) {
      answer = answer + "\nOnce more, in full:\n\n" + answer;
    }
    if (damages.contains(PROSE_BEHIND)) {
      answer = answer + "\nThis does what you asked for.\n\n* It is small.\n- It is tested.\n";
    }
    return damages.contains(WINDOWS_ANSWER) ? answer.replace("\n", "\r\n") : answer;
  }

  private static String header(DiffHunk hunk, Set<Damage> damages, Random random) {
    if (damages.contains(BARE_HUNKS)) {
      return "@@";
    }
    long oldCount = hunk.count('+');
    long newCount = hunk.count('-');
    if (damages.contains(WRONG_COUNTS)) {
      oldCount += 1 + random.nextInt(4);
      newCount += random.nextInt(5);
    }
    // Far off: a wrong number that exactly hits an equal block elsewhere means that block.
    int shift = damages.contains(WRONG_NUMBERS) ? 10_000 + random.nextInt(50) : 0;
    return "@@ -%d,%d +%d,%d @@"
        .formatted(hunk.oldStart() + shift, oldCount, hunk.newStart() + shift, newCount);
  }

  private static DiffHunk lessContext(DiffHunk hunk, Random random) {
    List<String> lines = new ArrayList<>(hunk.lines());
    int start = hunk.oldStart();
    int newStart = hunk.newStart();
    for (int drop = random.nextInt(3); drop > 0 && lines.getFirst().startsWith(" "); drop--) {
      lines.removeFirst();
      start++;
      newStart++;
    }
    for (int drop = random.nextInt(3); drop > 0 && lines.getLast().startsWith(" "); drop--) {
      lines.removeLast();
    }
    return new DiffHunk(start, newStart, lines);
  }

  private static List<String> lines(DiffHunk hunk, Set<Damage> damages, Random random) {
    List<String> lines = new ArrayList<>(hunk.lines());
    if (damages.contains(DEDENTED)) {
      lines = dedented(lines);
    }
    if (damages.contains(TABS) && !damages.contains(DEDENTED)) {
      lines = withTabs(lines);
    }
    if (damages.contains(TYPO_IN_CONTEXT)) {
      lines = withTypo(lines, random);
    }
    return lines.stream().map(line -> line(line, damages, random)).toList();
  }

  private static String line(String line, Set<Damage> damages, Random random) {
    boolean context = line.startsWith(" ");
    if (damages.contains(LOST_BLANK_MARKERS) && line.equals(" ")) {
      return "";
    }
    if (damages.contains(LOST_CONTEXT_MARKERS) && context && random.nextInt(3) == 0) {
      return line.substring(1);
    }
    if (damages.contains(TRAILING_SPACE) && context && random.nextInt(3) == 0) {
      return line + "  ";
    }
    return line;
  }

  private static List<String> dedented(List<String> lines) {
    int common =
        lines.stream()
            .filter(line -> line.length() > 1)
            .mapToInt(line -> indent(line.substring(1)))
            .min()
            .orElse(0);
    boolean tells = lines.stream().anyMatch(l -> !l.startsWith("+") && l.strip().length() > 1);
    if (common < 2 || !tells) {
      // One space less is what a lost marker looks like; nobody dedents by one.
      return new ArrayList<>(lines);
    }
    return lines.stream()
        .map(line -> line.length() > 1 ? line.charAt(0) + line.substring(1 + common) : line)
        .toList();
  }

  private static List<String> withTabs(List<String> lines) {
    boolean even = lines.stream().allMatch(line -> indent(line.substring(1)) % 2 == 0);
    boolean tells =
        lines.stream()
            .anyMatch(l -> !l.startsWith("+") && l.length() > 3 && indent(l.substring(1)) > 0);
    // Without an indented old line nothing says that the tabs are not meant.
    if (!even || !tells) {
      return lines;
    }
    return lines.stream()
        .map(
            line -> {
              int indent = indent(line.substring(1));
              return line.charAt(0) + "\t".repeat(indent / 2) + line.substring(1 + indent);
            })
        .toList();
  }

  private static List<String> withTypo(List<String> lines, Random random) {
    List<String> typo = new ArrayList<>(lines);
    int index = random.nextInt(typo.size());
    String line = typo.get(index);
    if (line.startsWith(" ") && line.length() > 8) {
      int at = 4 + random.nextInt(line.length() - 4);
      typo.set(index, line.substring(0, at) + "q" + line.substring(at + 1));
    }
    return typo;
  }

  private static int indent(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
