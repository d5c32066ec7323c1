package dev.taskmaster.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every accepted change of state, with its cost and cause; from the graph store to everyone, keyed
 * by task. {@link #seq()} counts from 1 without gaps within a task.
 */
public sealed interface JournalEvent extends Event {
  long seq();

  /** A task was taken on. */
  record TaskAccepted(
      TaskId task, Instant at, long seq, ProjectId project, String description, TaskOptions options)
      implements JournalEvent {}

  /** A task went from one state to another; {@code reason} says why. */
  record TaskMoved(
      TaskId task, Instant at, long seq, TaskState from, TaskState to, int round, String reason)
      implements JournalEvent {}

  /** The graph has these nodes now. */
  record GraphComposed(TaskId task, Instant at, long seq, int round, List<NodeShape> nodes)
      implements JournalEvent {
    public GraphComposed {
      nodes = List.copyOf(nodes);
    }
  }

  /** A node as a picture needs it. */
  record NodeShape(
      NodePath node, NodeKind kind, String lane, String label, List<NodePath> dependsOn) {
    public NodeShape {
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /**
   * A node went from one state to another.
   *
   * @param cacheHit whether its result was found instead of made
   * @param reason why: the input that differed, the answer that came, the lease that ran out
   * @param model the model that worked, or null
   * @param recorded whether the model's reply came from a recording
   * @param amount what this change cost
   */
  record NodeMoved(
      TaskId task,
      Instant at,
      long seq,
      NodePath node,
      NodeKind kind,
      NodeState from,
      NodeState to,
      int round,
      int attempt,
      String lane,
      boolean cacheHit,
      String reason,
      @Nullable String model,
      boolean recorded,
      BigDecimal amount,
      long inputTokens,
      long outputTokens,
      long millis)
      implements JournalEvent {}

  /**
   * A failure was turned into better inputs: one layer more.
   *
   * @param round the round that failed
   * @param failure its first line
   * @param cause the node whose input was at fault
   * @param layer the layer's name, {@code round-2} for what round 1 taught
   * @param changed the opinions it authors
   * @param dirty the nodes that have to run again as far as their inputs tell
   */
  record Corrected(
      TaskId task,
      Instant at,
      long seq,
      int round,
      String failure,
      NodePath cause,
      String layer,
      List<String> changed,
      List<NodePath> dirty,
      boolean fallback)
      implements JournalEvent {
    public Corrected {
      changed = List.copyOf(changed);
      dirty = List.copyOf(dirty);
    }
  }

  /** Something that arrived was not accepted: late, superseded, illegal. */
  record Refused(
      TaskId task, Instant at, long seq, @Nullable NodePath node, String what, String reason)
      implements JournalEvent {}
}
