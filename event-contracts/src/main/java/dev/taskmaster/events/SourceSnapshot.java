package dev.taskmaster.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of the person's repository that a task starts from; its objects are pinned in the
 * exchange repository.
 *
 * @param branch the branch that HEAD named, null when detached
 * @param leftOut paths with uncommitted changes, which the task does not see; bounded
 */
public record SourceSnapshot(
    CommitId commit, TreeId tree, @Nullable String branch, List<String> leftOut) {
  public SourceSnapshot {
    leftOut = List.copyOf(leftOut);
  }
}
