package dev.taskmaster.workspace.checkout;

import java.util.List;

/**
 * What a command left behind.
 *
 * @param tree the tree with the changes that were taken over
 * @param changed paths that were taken over: written, changed or removed
 * @param leftOut changed paths that were not: outside of what was declared, ignored, or refused
 */
public record Snapshot(String tree, List<String> changed, List<String> leftOut) {
  public Snapshot {
    changed = List.copyOf(changed);
    leftOut = List.copyOf(leftOut);
  }
}
