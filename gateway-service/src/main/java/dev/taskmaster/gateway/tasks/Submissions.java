package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.TaskId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which wish became which task, so that a wish repeated with the same key is one task,
 * also across restarts.
 */
public interface Submissions {
  /**
   * Begins, or begins again, the submission with this key; others with the same key wait until it
   * is closed.
   *
   * @param key null for a submission that cannot be repeated
   * @throws dev.taskmaster.gateway.refusals.Refusal when the key was used for another request
   */
  Submission begin(@Nullable String key, TaskRequest request, Supplier<TaskId> newTask);

  /** One submission under way. */
  interface Submission extends AutoCloseable {
    /** The task it became, or is to become. */
    TaskId task();

    /** Whether the key was seen before. */
    boolean repeated();

    @Override
    void close();
  }
}
