package dev.taskmaster.localstack.launcher;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Whether a process that ended by itself is started again: not too often in too short a time. */
final class RestartPolicy {
  private static final int LIMIT = 5;
  private static final Duration WINDOW = Duration.ofMinutes(2);

  private final boolean wanted;
  private final InstantSource clock;
  private final Map<String, Deque<Long>> recent = new HashMap<>();

  RestartPolicy(boolean wanted, InstantSource clock) {
    this.wanted = wanted;
    this.clock = clock;
  }

  /** Whether {@code process} may be started once more; counts as a restart if so. */
  synchronized boolean mayRestart(String process) {
    if (!wanted) {
      return false;
    }
    var restarts = recent.computeIfAbsent(process, name -> new ArrayDeque<>());
    long now = clock.millis();
    while (!restarts.isEmpty() && restarts.getFirst() < now - WINDOW.toMillis()) {
      restarts.removeFirst();
    }
    if (restarts.size() >= LIMIT) {
      return false;
    }
    restarts.addLast(now);
    return true;
  }
}
