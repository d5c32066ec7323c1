package dev.taskmaster.patch.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file's lines without their endings, and what placing needs to know about them. */
public final class FileLines {
  private final List<String> lines;
  private final List<String> relaxed;
  private final Set<String> indents = new HashSet<>();

  public FileLines(List<String> lines) {
    this.lines = List.copyOf(lines);
    this.relaxed = this.lines.stream().map(Alike::relaxed).toList();
    for (String line : this.lines) {
      if (!line.isBlank()) {
        indents.add(Alike.indent(line));
      }
    }
  }

  /** The number of lines. */
  public int count() {
    return lines.size();
  }

  /** The line at an index from 0. */
  public String at(int index) {
    return lines.get(index);
  }

  String relaxedAt(int index) {
    return relaxed.get(index);
  }

  boolean indents(String indent) {
    return indents.contains(indent);
  }

  /** The lines around an index, numbered from 1, for a message. */
  public String excerpt(int from, int count) {
    int first = Math.max(0, from - 3);
    int last = Math.min(lines.size(), Math.min(from + count + 3, first + 24));
    StringBuilder text = new StringBuilder();
    for (int i = first; i < last; i++) {
      String line = lines.get(i);
      String shown = line.length() > 200 ? line.substring(0, 200) + "…" : line;
      text.append(i + 1).append(": ").append(shown).append('\n');
    }
    return text.toString();
  }
}
