package dev.taskmaster.patch.reader;

import dev.taskmaster.patch.reader.HunkLine.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a hunk of the lines between its header and the next border. Lines without a marker are
 * context that lost its space, as long as marked lines follow; after the last marked line they are
 * prose.
 */
final class HunkBody {
  private final String file;
  private final HunkHeader header;
  private final List<AnswerLine> raw;
  private final boolean fenced;

  HunkBody(String file, HunkHeader header, List<AnswerLine> raw, boolean fenced) {
    this.file = file;
    this.header = header;
    this.raw = raw;
    this.fenced = fenced;
  }

  Hunk read(int number, int answerLine) throws UnreadableException {
    int end = end();
    List<AnswerLine> body = raw.subList(0, end);
    List<HunkLine> lines = new ArrayList<>();
    List<Boolean> unmarked = new ArrayList<>();
    boolean oldBare = false;
    boolean newBare = false;
    for (AnswerLine line : body) {
      if (line.text().startsWith("\\ ") && !lines.isEmpty()) {
        oldBare |= lines.getLast().isOld();
        newBare |= lines.getLast().isNew();
      } else {
        lines.add(read(line.text()));
        unmarked.add(line.text().isEmpty());
      }
    }
    return new Hunk(
        number,
        answerLine,
        header.oldStart(),
        header.heading(),
        withLostPluses(lines, unmarked),
        oldBare,
        newBare,
        doubtful(end));
  }

  /** The old lines that a longer reading of the hunk would have. */
  private List<String> doubtful(int end) {
    return raw.subList(Math.min(end, lastMarked()), lastMarked()).stream()
        .map(line -> read(line.text()))
        .filter(line -> line.isOld() && !line.text().isBlank())
        .map(HunkLine::text)
        .toList();
  }

  private static HunkLine read(String text) {
    if (text.isEmpty()) {
      return new HunkLine(Kind.CONTEXT, "");
    }
    return switch (text.charAt(0)) {
      case '+' -> new HunkLine(Kind.ADDED, text.substring(1));
      case '-' -> new HunkLine(Kind.REMOVED, text.substring(1));
      case ' ' -> new HunkLine(Kind.CONTEXT, text.substring(1));
      default -> new HunkLine(Kind.CONTEXT, text);
    };
  }

  /** In a fence there is no prose, so that also lines without a marker belong to the hunk. */
  private int lastWritten() {
    int end = raw.size();
    while (end > 0 && raw.get(end - 1).isBlank()) {
      end--;
    }
    return Math.max(end, lastMarked());
  }

  private int lastMarked() {
    int lastMarked = 0;
    for (int i = 0; i < raw.size(); i++) {
      if (isMarked(raw.get(i).text())) {
        lastMarked = i + 1;
      }
    }
    return lastMarked;
  }

  /** Where the hunk ends and prose or blank lines begin. */
  private int end() throws UnreadableException {
    int lastMarked = lastMarked();
    if (fenced) {
      return lastWritten();
    }
    if (!header.hasCounts()) {
      return lastMarked;
    }
    int counted = countedEnd();
    if (counted > lastMarked) {
      return counted;
    }
    if (counted < 0 || counted == lastMarked || !raw.get(counted).isBlank()) {
      return lastMarked;
    }
    boolean changes =
        raw.subList(counted, lastMarked).stream().anyMatch(line -> isChange(line.text()));
    if (!changes || !doubtful(counted).isEmpty()) {
      return counted;
    }
    throw new UnreadableException(
        file,
        raw.get(counted).number(),
        "it is not clear whether the hunk ends here or the counts in its header are wrong",
        "put the diff in a ```diff block and its explanation outside");
  }

  /** The index after the lines that the header's counts claim, or −1 when they never add up. */
  private int countedEnd() {
    int oldLeft = header.oldCount();
    int newLeft = header.newCount();
    for (int i = 0; i < raw.size(); i++) {
      if (oldLeft == 0 && newLeft == 0) {
        return i;
      }
      if (!raw.get(i).text().startsWith("\\ ")) {
        HunkLine line = read(raw.get(i).text());
        oldLeft -= line.isOld() ? 1 : 0;
        newLeft -= line.isNew() ? 1 : 0;
      }
      if (oldLeft < 0 || newLeft < 0) {
        return -1;
      }
    }
    return oldLeft == 0 && newLeft == 0 ? raw.size() : -1;
  }

  /**
   * Empty lines between added lines may be added lines that lost their plus. Only when the header's
   * counts say exactly that, it is believed.
   */
  private List<HunkLine> withLostPluses(List<HunkLine> lines, List<Boolean> unmarked) {
    if (!header.hasCounts() || matchesCounts(lines)) {
      return lines;
    }
    List<HunkLine> repaired = new ArrayList<>(lines);
    for (int i = 1; i + 1 < repaired.size(); i++) {
      if (unmarked.get(i)
          && repaired.get(i - 1).kind() == Kind.ADDED
          && nextAdded(lines, unmarked, i)) {
        repaired.set(i, new HunkLine(Kind.ADDED, ""));
      }
    }
    return matchesCounts(repaired) ? repaired : lines;
  }

  private static boolean nextAdded(List<HunkLine> lines, List<Boolean> unmarked, int from) {
    int i = from;
    while (i < lines.size() && unmarked.get(i)) {
      i++;
    }
    return i < lines.size() && lines.get(i).kind() == Kind.ADDED;
  }

  private boolean matchesCounts(List<HunkLine> lines) {
    return lines.stream().filter(HunkLine::isOld).count() == header.oldCount()
        && lines.stream().filter(HunkLine::isNew).count() == header.newCount();
  }

  boolean isShort(Hunk hunk) {
    return !header.hasCounts() || !matchesCounts(hunk.lines());
  }

  static boolean isMarked(String text) {
    return !text.isEmpty() && " +-\\".indexOf(text.charAt(0)) >= 0 && !text.isBlank()
        || text.equals(" ");
  }

  private static boolean isChange(String text) {
    return text.startsWith("+") || text.startsWith("-");
  }
}
