package dev.taskmaster.gateway.live;

import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.gateway.tasks.TaskStore.Entry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * One watcher's view of one task: history first, then what arrives. A hole in what arrives is
 * filled from history, and what was seen already is left out. Ends after the event that ended the
 * task and whatever was decided together with it.
 */
public final class TaskStream implements AutoCloseable {
  private static final String TASK_MOVED = "journal.task-moved";

  private final TaskId task;
  private final JournalHistory history;
  private final JournalFeed.Subscription arriving;
  private final Duration patience;
  private final Queue<Entry> waiting = new ArrayDeque<>();
  private long last;
  private boolean ended;
  private boolean caughtUp;

  /**
   * @param after the number of the last event the watcher knows, 0 for none
   * @param ended whether the task had ended when the watcher came
   * @param patience how long silence may last until a sign of life is given
   */
  public TaskStream(
      TaskId task,
      long after,
      boolean ended,
      JournalHistory history,
      JournalFeed feed,
      Duration patience) {
    this.task = task;
    this.ended = ended;
    this.last = after;
    this.history = history;
    this.arriving = feed.subscribe(task);
    this.patience = patience;
  }

  /** What a stream yields. */
  public sealed interface Item {
    /** The journal's next event. */
    record Event(Entry entry) implements Item {}

    /** Nothing happened for a while. */
    record Silence() implements Item {}

    /** Nothing more will happen. */
    record End() implements Item {}
  }

  /** The next item; waits for it at most as long as the patience of this stream. */
  public Item next() throws InterruptedException {
    while (true) {
      var entry = waiting.poll();
      if (entry != null) {
        if (entry.seq() > last) {
          return pass(entry);
        }
      } else if (!caughtUp || ended) {
        // At the end too: what was decided together with the end is in the store by now.
        readHistory();
        if (waiting.isEmpty() && ended) {
          return new Item.End();
        }
      } else if (!await()) {
        caughtUp = false;
        return new Item.Silence();
      }
    }
  }

  private void readHistory() {
    var more = history.after(task, last);
    waiting.addAll(more);
    caughtUp = more.isEmpty();
  }

  /** Waits for the next event; false when none arrived in time. */
  private boolean await() throws InterruptedException {
    var next = arriving.next(patience);
    if (next.isEmpty()) {
      return false;
    }
    long seq = next.get().seq();
    if (seq == last + 1) {
      waiting.add(next.get());
    } else if (seq > last) {
      caughtUp = false;
    }
    return true;
  }

  private Item pass(Entry entry) {
    last = entry.seq();
    if (entry.type().equals(TASK_MOVED)) {
      ended = isTerminal(entry.event().path("to").asText());
    }
    return new Item.Event(entry);
  }

  private static boolean isTerminal(String state) {
    return Arrays.stream(TaskState.values())
        .anyMatch(known -> known.wireName().equals(state) && known.terminal());
  }

  @Override
  public void close() {
    arriving.close();
  }
}
