package dev.taskmaster.graphstore.adapter.writing;

import dev.taskmaster.graphstore.ledger.Input;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * The thread that writes. It takes whatever waits as one batch: at once when idle, many together
 * under load. While the database cannot be reached it holds the batch and tries again.
 */
public final class Writer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Writer.class);
  private static final Duration IDLE = Duration.ofMillis(50);
  private static final Duration TIMERS = Duration.ofMillis(500);
  private static final Duration DRAIN = Duration.ofSeconds(1);
  private static final Duration POISON_TIMER = Duration.ofMinutes(1);
  private static final int DUE_AT_ONCE = 200;
  private static final int DRAIN_AT_ONCE = 500;

  private final Ledgers ledgers;
  private final Outbox outbox;
  private final Clock clock;
  private final Predicate<Throwable> passing;
  private final int most;
  private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;
  private long nextTimers = System.nanoTime();
  private long nextDrain = System.nanoTime();

  /**
   * @param passing tells faults that pass by themselves, such as a database that restarts
   * @param most how many works one transaction takes
   */
  public Writer(
      Ledgers ledgers, Outbox outbox, Clock clock, Predicate<Throwable> passing, int most) {
    this.ledgers = ledgers;
    this.outbox = outbox;
    this.clock = clock;
    this.passing = passing;
    this.most = most;
    this.thread = Thread.ofPlatform().name("ledger writer").daemon().unstarted(this::run);
  }

  public Writer start() {
    thread.start();
    return this;
  }

  /** Hands over works, which are done in this order. */
  public void add(List<? extends Work> works) {
    if (closed) {
      works.forEach(work -> work.fail(new IllegalStateException("the store is stopping")));
      return;
    }
    queue.addAll(works);
  }

  public boolean healthy() {
    return thread.isAlive();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    queue.forEach(work -> work.fail(new IllegalStateException("the store is stopping")));
  }

  private void run() {
    while (!closed) {
      try {
        turn();
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        outbox.suspect();
        LOG.warnf("the writer's turn failed, it goes on problem=%s", e);
        pause(DRAIN);
      }
    }
  }

  private void turn() throws InterruptedException {
    var works = take();
    if (!works.isEmpty() || !outbox.sent().isEmpty()) {
      try {
        write(works);
      } catch (RuntimeException e) {
        works.forEach(work -> work.fail(e));
        throw e;
      }
    }
    drain();
  }

  private List<Work> take() throws InterruptedException {
    var works = new ArrayList<Work>();
    var first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      works.add(first);
      queue.drainTo(works, most - 1);
    }
    if (System.nanoTime() - nextTimers >= 0) {
      nextTimers = System.nanoTime() + TIMERS.toNanos();
      ledgers.due(clock.instant(), DUE_AT_ONCE).forEach(due -> works.add(new Work.Timer(due)));
    }
    return works;
  }

  private void write(List<Work> works) throws InterruptedException {
    var pause = new Pauses();
    while (true) {
      try {
        var sent = outbox.sent();
        var stored = ledgers.store(works, sent, clock.instant());
        outbox.marked(sent);
        finish(stored);
        return;
      } catch (RuntimeException e) {
        // Whether the transaction took place is not known: what it would publish is in the store.
        outbox.suspect();
        if (passing.test(e) && !closed) {
          LOG.warnf("the batch is tried again works=%d problem=%s", works.size(), e.getMessage());
          pause.next();
        } else if (works.size() > 1) {
          bisect(works);
          return;
        } else {
          putAside(works, e);
          return;
        }
      }
    }
  }

  /** Somewhere in the batch is one that cannot be decided: the others must not suffer. */
  private void bisect(List<Work> works) throws InterruptedException {
    int half = works.size() / 2;
    write(works.subList(0, half));
    write(works.subList(half, works.size()));
  }

  private void putAside(List<Work> works, RuntimeException problem) {
    for (var work : works) {
      switch (work) {
        case Work.Incoming(var record, var done) -> {
          LOG.errorf(
              problem,
              "record parked topic=%s partition=%d offset=%d",
              record.topic(),
              record.partition(),
              record.offset());
          finish(ledgers.park(record, String.valueOf(problem), clock.instant()));
          done.complete(null);
        }
        case Work.Timer(Input.Due due) -> {
          LOG.errorf(problem, "timer put off task=%s node=%s", due.task(), due.node());
          ledgers.putOff(due, clock.instant().plus(POISON_TIMER));
        }
        case Work.Claiming claiming -> {
          LOG.errorf(problem, "claim failed node=%s", claiming.input().claim().node());
          claiming.fail(problem);
        }
        case Work.Beating beating -> beating.fail(problem);
      }
    }
  }

  private void finish(Ledgers.Stored stored) {
    stored.answers().forEach(Runnable::run);
    outbox.publish(stored.outgoing());
  }

  private void drain() {
    if (outbox.incomplete() && System.nanoTime() - nextDrain >= 0) {
      nextDrain = System.nanoTime() + DRAIN.toNanos();
      var unsent = ledgers.unsent(DRAIN_AT_ONCE);
      outbox.drain(unsent, unsent.size() < DRAIN_AT_ONCE);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Longer and longer, up to two seconds. */
  private static final class Pauses {
    private long millis = 25;

    void next() throws InterruptedException {
      Thread.sleep(millis);
      millis = Math.min(2 * millis, 2_000);
    }
  }
}
