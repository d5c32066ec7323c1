package dev.taskmaster.patch.placement;

import dev.taskmaster.patch.reader.Hunk;

/**
 * A hunk that has no place, or no single one.
 *
 * @param problem what is wrong
 * @param help what would help
 * @param near the index of the line to show, from 0
 */
public record Unplaced(Hunk hunk, String problem, String help, int near) {}
