package dev.taskmaster.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The wire names of the events. Names are a contract and never derived from class names. */
public final class EventTypes {
  private static final Map<String, Class<? extends Event>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("task.submitted", TaskEvent.TaskSubmitted.class);
    BY_NAME.put("task.amended", TaskEvent.TaskAmended.class);
    BY_NAME.put("task.cancelled", TaskEvent.TaskCancelled.class);
    BY_NAME.put("task.answered", TaskEvent.AnswerGiven.class);
    BY_NAME.put("node.dispatched", DispatchEvent.NodeDispatched.class);
    BY_NAME.put("node.succeeded", NodeEvent.NodeSucceeded.class);
    BY_NAME.put("node.failed", NodeEvent.NodeFailed.class);
    BY_NAME.put("node.waiting", NodeEvent.NodeWaiting.class);
    BY_NAME.put("journal.task-accepted", JournalEvent.TaskAccepted.class);
    BY_NAME.put("journal.task-moved", JournalEvent.TaskMoved.class);
    BY_NAME.put("journal.graph-composed", JournalEvent.GraphComposed.class);
    BY_NAME.put("journal.node-moved", JournalEvent.NodeMoved.class);
    BY_NAME.put("journal.corrected", JournalEvent.Corrected.class);
    BY_NAME.put("journal.refused", JournalEvent.Refused.class);
  }

  private EventTypes() {}

  /** Every event type by its wire name, in the order of the catalogue. */
  public static Map<String, Class<? extends Event>> all() {
    return java.util.Collections.unmodifiableMap(BY_NAME);
  }

  /** The wire name of {@code event}. */
  public static String nameOf(Event event) {
    return BY_NAME.entrySet().stream()
        .filter(entry -> entry.getValue() == event.getClass())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(event.getClass() + " has no wire name"));
  }

  /** The event class called {@code name}, or empty for a name this version does not know. */
  public static Optional<Class<? extends Event>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
