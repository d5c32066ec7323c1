package dev.taskmaster.worker.testing;

import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.worker.Dispatch;
import dev.taskmaster.worker.Results;
import dev.taskmaster.worker.ResultsUnreachableException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Results in memory; the first publications can be made to fail. */
public final class CollectedResults implements Results {
  private final BlockingQueue<NodeEvent> events = new LinkedBlockingQueue<>();
  private final AtomicInteger failures = new AtomicInteger();

  /** The next so many publications fail. */
  public void failNext(int count) {
    failures.set(count);
  }

  @Override
  public void publish(NodeEvent event, Dispatch cause) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new ResultsUnreachableException("the broker is away", new IllegalStateException());
    }
    events.add(event);
  }

  /** The next event; fails after half a minute. */
  public NodeEvent next() throws InterruptedException {
    var event = events.poll(30, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event was published");
    }
    return event;
  }

  public boolean isEmpty() {
    return events.isEmpty();
  }
}
