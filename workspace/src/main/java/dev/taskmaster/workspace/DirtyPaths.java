package dev.taskmaster.workspace;

import java.util.List;

/**
 * Paths that differ between a commit and the person's working tree.
 *
 * @param paths the first of them, sorted
 * @param total how many there are in all
 * @param known false when the index could not be read, so that there may be more
 */
public record DirtyPaths(List<String> paths, int total, boolean known) {
  public DirtyPaths {
    paths = List.copyOf(paths);
  }

  /** Whether nothing differs, as far as is known. */
  public boolean isClean() {
    return total == 0 && known;
  }
}
