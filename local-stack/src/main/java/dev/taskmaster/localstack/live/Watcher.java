package dev.taskmaster.localstack.live;

import dev.taskmaster.events.JournalEvent;

/** Shows how a task goes on. */
public interface Watcher extends AutoCloseable {
  /** Something happened to the task. */
  void happened(JournalEvent event);

  /** Says something beside the task. */
  void say(String text);

  /** Leaves the terminal as it was. */
  @Override
  void close();
}
