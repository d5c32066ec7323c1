package dev.taskmaster.events;

import java.time.Instant;

/** Anything that happened. Its wire name and version come from {@link EventTypes}. */
public sealed interface Event permits TaskEvent, DispatchEvent, NodeEvent, JournalEvent {
  TaskId task();

  Instant at();
}
