package dev.taskmaster.workspace.git;

import dev.taskmaster.patch.paths.SafePath;
import dev.taskmaster.workspace.UnsafeTreeException;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Looks at a tree that came out of untrusted hands and refuses what it must not have that its
 * predecessor had not: unsafe paths, links, submodules.
 */
public final class TreeGuard {
  private final ObjectReader reader;

  public TreeGuard(ObjectReader reader) {
    this.reader = reader;
  }

  /** Passes, or says which path is refused and why. */
  public void check(ObjectId before, ObjectId after) throws IOException {
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(before);
      walk.addTree(after);
      walk.setFilter(TreeFilter.ANY_DIFF);
      walk.setRecursive(true);
      while (walk.next()) {
        FileMode mode = walk.getFileMode(1);
        if (mode != FileMode.MISSING) {
          check(walk.getPathString(), mode);
        }
      }
    }
  }

  private static void check(String path, FileMode mode) {
    Optional<String> problem = SafePath.problemOf(path);
    if (problem.isPresent()) {
      throw refused(path, problem.get());
    }
    if (mode == FileMode.SYMLINK) {
      throw refused(path, "a task must not create or change symbolic links");
    }
    if (mode == FileMode.GITLINK) {
      throw refused(path, "a task must not create or change submodules");
    }
  }

  private static UnsafeTreeException refused(String path, String why) {
    return new UnsafeTreeException(
        "the tree is refused because of %s: %s".formatted(SafePath.shown(path), why));
  }
}
