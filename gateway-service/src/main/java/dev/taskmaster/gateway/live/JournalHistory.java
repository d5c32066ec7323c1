package dev.taskmaster.gateway.live;

import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.tasks.TaskStore.Entry;
import java.util.List;

/** What a task's journal holds already. */
@FunctionalInterface
public interface JournalHistory {
  /** The events after {@code seq}, in order; not necessarily all at once. */
  List<Entry> after(TaskId task, long seq);
}
