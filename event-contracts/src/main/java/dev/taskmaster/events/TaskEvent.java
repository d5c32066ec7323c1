package dev.taskmaster.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and connectors want of tasks; from the gateway to the graph store, keyed by task. */
public sealed interface TaskEvent extends Event {

  /** A person asked for work to be done. */
  record TaskSubmitted(
      TaskId task,
      Instant at,
      ProjectSnapshot project,
      SourceSnapshot source,
      String description,
      TaskOptions options)
      implements TaskEvent {
    public TaskSubmitted {
      if (description == null || description.isBlank()) {
        throw new IllegalArgumentException("a task needs a description");
      }
    }
  }

  /**
   * A person goes on with a task that ended, or changes what it may use.
   *
   * @param budget a new limit, or null to keep it
   * @param rounds a new limit, or null to keep it
   * @param fresh nodes whose results are not to be used again
   * @param note said to the planner, or null
   */
  record TaskAmended(
      TaskId task,
      Instant at,
      @Nullable BigDecimal budget,
      @Nullable Integer rounds,
      List<NodePath> fresh,
      @Nullable String note)
      implements TaskEvent {
    public TaskAmended {
      fresh = List.copyOf(fresh);
    }
  }

  /** A person no longer wants the task. */
  record TaskCancelled(TaskId task, Instant at, String reason) implements TaskEvent {}

  /**
   * A person answered what a node or a review waits for.
   *
   * @param node the waiting node, or null where only one waits
   * @param decision {@code answer}, {@code approve} or {@code reject}
   */
  record AnswerGiven(
      TaskId task, Instant at, @Nullable NodePath node, Decision decision, String text)
      implements TaskEvent {}

  /** What kind of answer it is. */
  enum Decision {
    ANSWER,
    APPROVE,
    REJECT
  }
}
