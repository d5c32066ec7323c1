package dev.taskmaster.workspace;

import java.util.Optional;

/**
 * What a task starts from: the HEAD of a person's repository, copied.
 *
 * @param commit the commit HEAD was at
 * @param tree its tree
 * @param branch the branch HEAD was on; empty when it was detached
 * @param dirty what in the working tree is not part of that commit, and so not part of the task
 */
public record Source(String commit, String tree, Optional<String> branch, DirtyPaths dirty) {

  /** The branch a merge goes to unless the project says otherwise; empty for a detached HEAD. */
  public Optional<String> defaultTarget() {
    return branch;
  }
}
