package dev.taskmaster.workspace;

import java.util.Optional;

/**
 * What a project asks for at the end of a task.
 *
 * @param kind a branch of its own, or a merge
 * @param target the branch's name; for a branch empty means {@code taskmaster/<task>}, for a merge
 *     it must be given
 */
public record Delivery(Kind kind, Optional<String> target) {
  public Delivery {
    if (kind == Kind.MERGE && target.isEmpty()) {
      throw new IllegalArgumentException("a merge needs the branch to merge into");
    }
  }

  /** The two ends. */
  public enum Kind {
    BRANCH,
    MERGE
  }

  /** The task's own branch. */
  public static Delivery branch() {
    return new Delivery(Kind.BRANCH, Optional.empty());
  }

  /** A branch of this name. */
  public static Delivery branch(String name) {
    return new Delivery(Kind.BRANCH, Optional.of(name));
  }

  /** A merge into this branch. */
  public static Delivery merge(String into) {
    return new Delivery(Kind.MERGE, Optional.of(into));
  }
}
