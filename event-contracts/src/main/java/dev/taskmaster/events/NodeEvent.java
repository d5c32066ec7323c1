package dev.taskmaster.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an attempt at a node went; from a worker to the graph store, keyed by task. */
public sealed interface NodeEvent extends Event {
  NodePath node();

  int attempt();

  long epoch();

  String worker();

  /** The attempt is done and this is its result. */
  record NodeSucceeded(
      TaskId task,
      Instant at,
      NodePath node,
      int attempt,
      long epoch,
      String worker,
      NodeResult result,
      List<ModelCallRecord> calls,
      long millis)
      implements NodeEvent {
    public NodeSucceeded {
      calls = List.copyOf(calls);
    }
  }

  /**
   * The attempt failed.
   *
   * @param message names the input, the problem and the way out
   * @param retryAfterMillis how long the provider asked to wait; null where it did not
   * @param log more of what happened, or null
   */
  record NodeFailed(
      TaskId task,
      Instant at,
      NodePath node,
      int attempt,
      long epoch,
      String worker,
      FaultKind fault,
      String message,
      List<Finding> findings,
      @Nullable Long retryAfterMillis,
      @Nullable BlobRef log,
      List<ModelCallRecord> calls,
      long millis)
      implements NodeEvent {
    public NodeFailed {
      findings = List.copyOf(findings);
      calls = List.copyOf(calls);
    }
  }

  /**
   * The attempt needs a person; the worker is free again and an answer will complete the node.
   *
   * @param question what the person is asked
   * @param detail more to decide by (a plan, a diff), or null
   */
  record NodeWaiting(
      TaskId task,
      Instant at,
      NodePath node,
      int attempt,
      long epoch,
      String worker,
      String question,
      @Nullable BlobRef detail)
      implements NodeEvent {}
}
