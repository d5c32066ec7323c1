package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.TaskEvent;

/** Where the wants of people go. */
@FunctionalInterface
public interface TaskEvents {
  /**
   * Publishes the event and returns once all replicas have it.
   *
   * @throws dev.taskmaster.gateway.refusals.Refusal of reason unavailable when that is not certain
   */
  void publish(TaskEvent event);
}
