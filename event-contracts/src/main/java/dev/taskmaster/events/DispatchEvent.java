package dev.taskmaster.events;

import java.time.Instant;

/** A node may be worked on; from the graph store to the workers, keyed by node. */
public sealed interface DispatchEvent extends Event {

  /**
   * A hint, not an order: a worker claims before it works, and only the claim decides.
   *
   * @param lane where it was sent: {@code planning}, {@code review}, {@code tool} or a tier
   * @param epoch changes when the task is cancelled, corrected or restored; old dispatches die with
   *     it
   */
  record NodeDispatched(
      TaskId task,
      Instant at,
      DispatchId dispatch,
      NodePath node,
      NodeKind kind,
      String lane,
      int attempt,
      long epoch)
      implements DispatchEvent {}
}
