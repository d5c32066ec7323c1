package dev.taskmaster.patch.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file's lines without their endings, and what placing needs to know about them. */
public final class FileLines {
  private static final int FEW = 3;

  private final List<String> lines;
  private final List<String> relaxed;
  private final Set<String> indents = new HashSet<>();
  private int byTabs;
  private int bySpaces;

  public FileLines(List<String> lines) {
    this.lines = List.copyOf(lines);
    this.relaxed = this.lines.stream().map(Alike::relaxed).toList();
    for (String line : this.lines) {
      if (!line.isBlank()) {
        String indent = Alike.indent(line);
        indents.add(indent);
        byTabs += indent.startsWith("\t") ? 1 : 0;
        bySpaces += indent.startsWith("  ") ? 1 : 0;
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

  /** Whether the file has this line anywhere, white space aside. */
  boolean has(String line) {
    return relaxed.contains(Alike.relaxed(line));
  }

  /** Whether the file indents by the one of tabs and spaces only, and the line by the other. */
  boolean isForeignIndent(String line) {
    String indent = Alike.indent(line);
    if (line.isBlank()) {
      return false;
    }
    return (bySpaces >= FEW && byTabs == 0 && indent.indexOf('\t') >= 0)
        || (byTabs >= FEW && bySpaces == 0 && indent.startsWith("  "));
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
