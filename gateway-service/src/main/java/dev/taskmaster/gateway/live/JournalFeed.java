package dev.taskmaster.gateway.live;

import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.tasks.TaskStore.Entry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Hands journal events, as they arrive, to those who watch the task. */
public final class JournalFeed {
  private static final int BACKLOG = 2000;

  private final Map<TaskId, Set<Subscription>> subscriptions = new ConcurrentHashMap<>();

  /**
   * An event arrived. Never blocks: a watcher that is too slow reads from the store what it lost.
   */
  public void arrived(TaskId task, Entry entry) {
    for (var subscription : subscriptions.getOrDefault(task, Set.of())) {
      subscription.offer(entry);
    }
  }

  /** Watches a task from now on. */
  public Subscription subscribe(TaskId task) {
    var subscription = new Subscription(task);
    subscriptions.compute(
        task,
        (id, present) -> {
          Set<Subscription> watchers = present == null ? ConcurrentHashMap.newKeySet() : present;
          watchers.add(subscription);
          return watchers;
        });
    return subscription;
  }

  /** How many watch. */
  public int watchers() {
    return subscriptions.values().stream().mapToInt(Set::size).sum();
  }

  /** One watcher of one task. */
  public final class Subscription implements AutoCloseable {
    private final TaskId task;
    private final BlockingQueue<Entry> arrived = new ArrayBlockingQueue<>(BACKLOG);

    private Subscription(TaskId task) {
      this.task = task;
    }

    private void offer(Entry entry) {
      if (!arrived.offer(entry)) {
        arrived.clear();
        arrived.offer(entry);
      }
    }

    /** The next event; empty when none arrives within {@code patience}. */
    Optional<Entry> next(Duration patience) throws InterruptedException {
      return Optional.ofNullable(arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
      subscriptions.computeIfPresent(
          task,
          (id, watchers) -> {
            watchers.remove(this);
            return watchers.isEmpty() ? null : watchers;
          });
    }
  }
}
