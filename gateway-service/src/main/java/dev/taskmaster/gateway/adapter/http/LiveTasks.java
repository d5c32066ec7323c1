package dev.taskmaster.gateway.adapter.http;

import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.live.JournalFeed;
import dev.taskmaster.gateway.live.TaskStream;
import dev.taskmaster.gateway.tasks.TaskStore;
import dev.taskmaster.gateway.tasks.Tasks;
import java.time.Duration;

/** Opens the live streams of tasks that exist. */
public final class LiveTasks {
  private final Tasks tasks;
  private final TaskStore store;
  private final JournalFeed feed;
  private final Duration heartbeat;

  public LiveTasks(Tasks tasks, TaskStore store, JournalFeed feed, Duration heartbeat) {
    this.tasks = tasks;
    this.store = store;
    this.feed = feed;
    this.heartbeat = heartbeat;
  }

  /**
   * Watches a task from after event {@code seq} on.
   *
   * @throws dev.taskmaster.gateway.refusals.Refusal when there is no such task
   */
  TaskStream watch(TaskId task, long seq) {
    boolean ended = tasks.require(task).state().terminal();
    return new TaskStream(task, seq, ended, store::journal, feed, heartbeat);
  }
}
