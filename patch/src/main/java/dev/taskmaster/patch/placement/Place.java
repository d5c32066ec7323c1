package dev.taskmaster.patch.placement;

import dev.taskmaster.patch.reader.HunkLine;
import dev.taskmaster.patch.report.Fit;
import java.util.List;

/**
 * A place where a hunk's old block lies in a file.
 *
 * @param at the index of its first line, from 0
 * @param fit how well it fits
 * @param lines the hunk's lines as they apply there: context dropped at the edges where the file
 *     has none, added lines indented as the file is
 */
public record Place(int at, Fit fit, List<HunkLine> lines) {
  public Place {
    lines = List.copyOf(lines);
  }

  /** The number of old lines covered. */
  public int length() {
    return (int) lines.stream().filter(HunkLine::isOld).count();
  }
}
