package dev.taskmaster.worker;

import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.ModelCallRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A claimed attempt while it runs: its lease, the wish to stop it and what it has spent. Safe for
 * any number of threads.
 */
public final class Attempt {
  private static final Logger LOG = Logger.getLogger(Attempt.class);

  /** Why an attempt is stopped. */
  public enum Stop {
    /** Cancelled or superseded: its result would be refused. */
    UNWANTED,
    /** The graph store could not be reached for so long that the lease is ending. */
    LEASE_ENDING,
    /** This process ends. */
    SHUTDOWN
  }

  /** Takes a hook back. */
  @FunctionalInterface
  public interface Hook extends AutoCloseable {
    @Override
    void close();
  }

  private final WorkOrder order;
  private final String lane;
  private final List<Runnable> hooks = new ArrayList<>();
  private final List<ModelCallRecord> calls = new ArrayList<>();
  private volatile long leaseEnd;
  private volatile @Nullable Stop stop;
  private @Nullable Thread thread;

  /**
   * An attempt that runs from now on.
   *
   * @param lane where it was dispatched
   * @param lease how long it may run without being extended
   */
  public Attempt(WorkOrder order, String lane, Duration lease) {
    this(order, lane, System.nanoTime() + lease.toNanos());
  }

  Attempt(WorkOrder order, String lane, long leaseEndNanos) {
    this.order = order;
    this.lane = lane;
    this.leaseEnd = leaseEndNanos;
  }

  /** What is to be done. */
  public WorkOrder order() {
    return order;
  }

  /** The lane it came by: {@code planning}, {@code review}, {@code tool} or a tier. */
  public String lane() {
    return lane;
  }

  /** Whether the work is no longer wanted; its thread has been interrupted, too. */
  public boolean stopRequested() {
    return stop != null;
  }

  /** Why it is to stop; empty while it may go on. */
  public Optional<Stop> stop() {
    return Optional.ofNullable(stop);
  }

  /** Time left until the lease ends, by the monotonic clock; it grows with every heartbeat. */
  public Duration leaseLeft() {
    return Duration.ofNanos(Math.max(0, leaseEnd - System.nanoTime()));
  }

  /**
   * Runs {@code hook} when the work is to stop, on another thread; at once if it already is. For
   * what an interrupt does not reach, such as a process group.
   */
  public Hook onStop(Runnable hook) {
    synchronized (hooks) {
      if (stop == null) {
        hooks.add(hook);
        return () -> removeHook(hook);
      }
    }
    runHook(hook);
    return () -> {};
  }

  /** Notes a model call, whatever came of it; it is reported with the attempt's event. */
  public void spent(ModelCallRecord call) {
    synchronized (calls) {
      calls.add(call);
    }
  }

  /** The model calls so far, in order. */
  public List<ModelCallRecord> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** What is left of the price granted for this attempt; never negative. */
  public BigDecimal moneyLeft() {
    var spent =
        calls().stream().map(ModelCallRecord::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return order.reserved().subtract(spent).max(BigDecimal.ZERO);
  }

  Key key() {
    return new Key(order.task().value(), order.node().value(), order.attempt(), order.epoch());
  }

  Heartbeat.Beat beat() {
    return new Heartbeat.Beat(order.task(), order.node(), order.attempt(), order.epoch());
  }

  void extend(long leaseEndNanos) {
    leaseEnd = leaseEndNanos;
  }

  boolean endsBefore(long nanos) {
    return leaseEnd - nanos < 0;
  }

  /** From here on the current thread is the one to interrupt. */
  void runHere() {
    synchronized (hooks) {
      thread = Thread.currentThread();
      if (stop != null) {
        thread.interrupt();
      }
    }
  }

  /** The current thread is done with the work: a stop no longer interrupts it. */
  void ranHere() {
    synchronized (hooks) {
      thread = null;
    }
  }

  /** Asks it to stop; only the first reason counts. */
  void stop(Stop reason) {
    List<Runnable> toRun;
    synchronized (hooks) {
      if (stop != null) {
        return;
      }
      stop = reason;
      toRun = List.copyOf(hooks);
      hooks.clear();
      if (thread != null) {
        thread.interrupt();
      }
    }
    toRun.forEach(
        hook -> Thread.ofVirtual().name("stop " + order.node()).start(() -> runHook(hook)));
  }

  private void removeHook(Runnable hook) {
    synchronized (hooks) {
      hooks.remove(hook);
    }
  }

  private void runHook(Runnable hook) {
    try {
      hook.run();
    } catch (RuntimeException e) {
      LOG.warnf(e, "a stop hook failed task=%s node=%s", order.task(), order.node());
    }
  }

  /** What makes an attempt this one. */
  record Key(String task, String node, int attempt, long epoch) {}
}
