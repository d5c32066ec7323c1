package dev.taskmaster.patch.reader;

import java.util.List;
import java.util.OptionalInt;

/**
 * A change of one block of lines.
 *
 * @param number its number within the file, from 1
 * @param answerLine the answer's line it starts at, from 1
 * @param statedLine the line of the old file its header claims, from 1; often wrong
 * @param heading what follows the second {@code @@}, or the anchor of an {@code apply_patch} hunk
 * @param lines context, removed and added lines in order
 * @param oldEndsBare the old block is said to end the file without a newline
 * @param newEndsBare the new block is said to end the file without a newline
 * @param doubtful lines behind the hunk that are prose, or else belong to it after all; they are
 *     prose if the file has none of them
 */
public record Hunk(
    int number,
    int answerLine,
    OptionalInt statedLine,
    String heading,
    List<HunkLine> lines,
    boolean oldEndsBare,
    boolean newEndsBare,
    List<String> doubtful) {
  public Hunk {
    lines = List.copyOf(lines);
    doubtful = List.copyOf(doubtful);
  }

  /** The block as it should be found in the file. */
  public List<String> oldLines() {
    return lines.stream().filter(HunkLine::isOld).map(HunkLine::text).toList();
  }

  /** The block as it should be afterwards. */
  public List<String> newLines() {
    return lines.stream().filter(HunkLine::isNew).map(HunkLine::text).toList();
  }

  /** Whether it removes or adds anything. */
  public boolean changesSomething() {
    return oldEndsBare != newEndsBare
        || lines.stream().anyMatch(line -> line.kind() != HunkLine.Kind.CONTEXT);
  }

  /** Whether another hunk asks for the same change, as far as can be seen at the same place. */
  public boolean saysTheSame(Hunk other) {
    return lines.equals(other.lines) && statedLine.equals(other.statedLine);
  }

  /** The same hunk under another number. */
  public Hunk numbered(int other) {
    return new Hunk(
        other, answerLine, statedLine, heading, lines, oldEndsBare, newEndsBare, doubtful);
  }

  /** The same hunk with other lines. */
  public Hunk with(List<HunkLine> other) {
    return new Hunk(
        number, answerLine, statedLine, heading, other, oldEndsBare, newEndsBare, doubtful);
  }
}
