package dev.taskmaster.patch.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An answer cut into lines, with its fenced blocks found. */
final class AnswerLines {
  private final List<AnswerLine> lines;
  private final Set<Integer> closedFences;

  private AnswerLines(List<AnswerLine> lines, Set<Integer> closedFences) {
    this.lines = lines;
    this.closedFences = closedFences;
  }

  static AnswerLines of(String answer) {
    return new Cutter().cut(answer.startsWith("\uFEFF") ? answer.substring(1) : answer);
  }

  int count() {
    return lines.size();
  }

  AnswerLine at(int index) {
    return lines.get(index);
  }

  /** The text at an index, or an empty one past the end and at fence borders. */
  String textAt(int index) {
    return index >= 0 && index < lines.size() && lines.get(index).isText()
        ? lines.get(index).text()
        : "";
  }

  boolean isClosed(int fence) {
    return closedFences.contains(fence);
  }

  /** Reads line by line, remembering which fence is open. */
  private static final class Cutter {
    private final List<AnswerLine> lines = new ArrayList<>();
    private final Set<Integer> closed = new HashSet<>();
    private int fences;
    private int open;
    private char mark;
    private int length;
    private int indent;
    private boolean inRawDiff;

    AnswerLines cut(String answer) {
      String[] raw = answer.split("\n", -1);
      int count = raw.length > 0 && raw[raw.length - 1].isEmpty() ? raw.length - 1 : raw.length;
      for (int i = 0; i < count; i++) {
        String text = raw[i].endsWith("\r") ? raw[i].substring(0, raw[i].length() - 1) : raw[i];
        if (open > 0) {
          inside(i + 1, text);
        } else {
          outside(i + 1, text, i + 1 < count ? raw[i + 1] : "");
        }
      }
      return new AnswerLines(lines, closed);
    }

    private void inside(int number, String text) {
      int start = leadingSpaces(text);
      boolean closes =
          start == indent
              && run(text, start, mark) >= length
              && text.substring(start + run(text, start, mark)).isBlank();
      if (closes) {
        lines.add(new AnswerLine(number, text, AnswerLine.Kind.FENCE_CLOSE, open));
        closed.add(open);
        open = 0;
      } else {
        String cut = text.substring(Math.min(start, indent));
        lines.add(new AnswerLine(number, cut, AnswerLine.Kind.TEXT, open));
      }
    }

    private void outside(int number, String text, String next) {
      inRawDiff |= text.startsWith("diff --git ");
      inRawDiff |= text.startsWith("--- ") && next.startsWith("+++ ");
      int start = leadingSpaces(text);
      char first = start < text.length() ? text.charAt(start) : ' ';
      int run = first == '`' || first == '~' ? run(text, start, first) : 0;
      // Inside a diff that is not fenced, an indented fence is a line of the changed file.
      boolean opens = run >= 3 && (start == 0 || (!inRawDiff && start != 1));
      if (opens && text.indexOf('`', start + run) < 0) {
        open = ++fences;
        mark = first;
        length = run;
        indent = start;
        inRawDiff = false;
        lines.add(
            new AnswerLine(number, text.substring(start + run), AnswerLine.Kind.FENCE_OPEN, open));
      } else {
        lines.add(new AnswerLine(number, text, AnswerLine.Kind.TEXT, 0));
      }
    }

    private static int leadingSpaces(String text) {
      int i = 0;
      while (i < text.length() && text.charAt(i) == ' ') {
        i++;
      }
      return i;
    }

    private static int run(String text, int start, char mark) {
      int i = start;
      while (i < text.length() && text.charAt(i) == mark) {
        i++;
      }
      return i - start;
    }
  }
}
