package dev.taskmaster.graphstore.results;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TaskId;
import java.util.Optional;

/** Which results may be found again, and by whom. */
public final class Sharing {
  private Sharing() {}

  /** Where a result of this kind is kept; empty for kinds whose results are never found again. */
  public static Optional<ResultId> id(NodeKind kind, TaskId task, ProjectId project, String key) {
    return switch (kind.reuse()) {
      case NEVER -> Optional.empty();
      case TASK -> Optional.of(new ResultId(task.value(), key));
      case PROJECT -> Optional.of(new ResultId(project.value(), key));
    };
  }

  /** A rejection is worth nothing to the next round: it would be rejected without a look. */
  public static boolean lasting(NodeResult result) {
    return !(result instanceof NodeResult.Verdict verdict && !verdict.passed());
  }
}
