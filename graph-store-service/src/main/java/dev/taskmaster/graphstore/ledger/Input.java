package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskEvent;
import dev.taskmaster.events.TaskId;
import org.jspecify.annotations.Nullable;

/** Anything that can make a task go on. Every input is about one task. */
public sealed interface Input {
  TaskId task();

  /** What a person or a connector wants. */
  record Wanted(TaskEvent event) implements Input {
    @Override
    public TaskId task() {
      return event.task();
    }
  }

  /** What a worker reports. */
  record Reported(NodeEvent event) implements Input {
    @Override
    public TaskId task() {
      return event.task();
    }
  }

  /** A worker asks for a node. */
  record Asked(String worker, ClaimRequest.Claim claim) implements Input {
    @Override
    public TaskId task() {
      return claim.task();
    }
  }

  /** A worker is still working on a node. */
  record Beaten(String worker, Heartbeat.Beat beat) implements Input {
    @Override
    public TaskId task() {
      return beat.task();
    }
  }

  /**
   * A time has come.
   *
   * @param node the node that is due, or null for the task itself
   */
  record Due(TaskId task, @Nullable NodePath node) implements Input {}
}
