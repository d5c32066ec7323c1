package dev.taskmaster.patch.placement;

import dev.taskmaster.patch.reader.Hunk;
import java.util.List;

/**
 * Where the hunks of one file go.
 *
 * @param placed hunks with their places, in the order of the answer
 * @param unplaced hunks without
 */
public record Placements(List<Placed> placed, List<Unplaced> unplaced) {
  public Placements {
    placed = List.copyOf(placed);
    unplaced = List.copyOf(unplaced);
  }

  /** A hunk and its one place; the note says how it was chosen, empty when there was no choice. */
  public record Placed(Hunk hunk, Place place, String note) {}
}
