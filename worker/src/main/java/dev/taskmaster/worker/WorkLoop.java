package dev.taskmaster.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A worker process: lanes that claim and run, and the heartbeat of all that runs. {@link #start}
 * begins to beat; {@link #close} lets what runs finish for a while, stops the rest and reports it
 * as passing trouble, so that it is tried again at once.
 */
public final class WorkLoop implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WorkLoop.class);

  private final String worker;
  private final Claims claims;
  private final WorkTimes times;
  private final RunningAttempts running;
  private final AttemptRun attemptRun;
  private final List<Lane> lanes = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param worker names this process, unique among all that live
   */
  public WorkLoop(
      String worker, Claims claims, Results results, CrashPoints crashPoints, WorkTimes times) {
    this.worker = worker;
    this.claims = claims;
    this.times = times;
    this.running = new RunningAttempts(worker, claims, times.stopBefore());
    this.attemptRun = new AttemptRun(worker, results, running, crashPoints, times);
  }

  /** A lane on which at most {@code concurrency} attempts run at a time. */
  public synchronized Lane lane(String name, int concurrency, Ceilings ceilings, NodeWork work) {
    var lane = new Lane(name, concurrency, worker, claims, ceilings, work, running, attemptRun);
    lanes.add(lane);
    return lane;
  }

  /** Starts to beat and to watch the leases. */
  public WorkLoop start() {
    every("heartbeat", times.beatEvery(), running::beat);
    every(
        "leases",
        least(Duration.ofSeconds(1), times.stopBefore().dividedBy(4)),
        running::stopEnding);
    return this;
  }

  /** Attempts that run now. */
  public int runningNow() {
    return running.all().size();
  }

  @Override
  public synchronized void close() {
    lanes.forEach(Lane::close);
    try {
      boolean idle = awaitIdle(times.grace());
      if (!idle) {
        running.all().forEach(attempt -> attempt.stop(Attempt.Stop.SHUTDOWN));
        idle = awaitIdle(times.grace());
      }
      if (!idle) {
        LOG.warnf("attempts still run at the end of the process count=%d", runningNow());
      }
    } catch (InterruptedException e) {
      running.all().forEach(attempt -> attempt.stop(Attempt.Stop.SHUTDOWN));
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
    }
  }

  private boolean awaitIdle(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (var lane : lanes) {
      if (!lane.awaitIdle(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
        return false;
      }
    }
    return true;
  }

  private void every(String name, Duration pause, Runnable step) {
    Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                  runGuarded(name, step);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** The loop that keeps leases alive outlives any defect of one turn. */
  private static void runGuarded(String name, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.errorf(e, "unexpected failure loop=%s", name);
    }
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
