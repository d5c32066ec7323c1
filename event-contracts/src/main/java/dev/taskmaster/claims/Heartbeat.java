package dev.taskmaster.claims;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskId;
import java.util.List;

/** A worker says which attempts it is still working on; many in one call. */
public record Heartbeat(String worker, List<Beat> beats) {
  public Heartbeat {
    beats = List.copyOf(beats);
  }

  /** One attempt. */
  public record Beat(TaskId task, NodePath node, int attempt, long epoch) {}

  /** The answers, in the order of the beats. */
  public record Reply(List<Answer> answers, long leaseMillis) {
    public Reply {
      answers = List.copyOf(answers);
    }
  }

  /**
   * Go on or stop.
   *
   * @param stop whether the work is no longer wanted: its process group is to be killed, its result
   *     would be refused
   * @param reason why, where it is to stop
   */
  public record Answer(boolean stop, String reason) {}
}
