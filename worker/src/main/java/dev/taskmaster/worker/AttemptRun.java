package dev.taskmaster.worker;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.events.NodeEvent.NodeFailed;
import dev.taskmaster.events.NodeEvent.NodeSucceeded;
import dev.taskmaster.events.NodeEvent.NodeWaiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One attempt from the grant to the event about it. */
final class AttemptRun {
  private static final Logger LOG = Logger.getLogger(AttemptRun.class);

  /**
   * How many ended attempts are remembered, so that a dispatch delivered twice is not paid twice.
   */
  private static final int REMEMBERED = 4096;

  private static final int LONGEST_MESSAGE = 300;

  private final String worker;
  private final Results results;
  private final RunningAttempts running;
  private final CrashPoints crashPoints;
  private final WorkTimes times;
  private final Set<Attempt.Key> finished =
      Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

  AttemptRun(
      String worker,
      Results results,
      RunningAttempts running,
      CrashPoints crashPoints,
      WorkTimes times) {
    this.worker = worker;
    this.results = results;
    this.running = running;
    this.crashPoints = crashPoints;
    this.times = times;
  }

  /** Whether an attempt ended in this process a short while ago. */
  boolean finished(Attempt.Key key) {
    return finished.contains(key);
  }

  /** Works, and publishes one event unless the attempt was stopped from outside. */
  void run(Attempt attempt, Dispatch dispatch, NodeWork work) {
    var kind = attempt.order().kind().wireName();
    long begun = System.nanoTime();
    try {
      crashPoints.reach(CrashPoints.AFTER_CLAIM, kind);
      var outcome = outcomeOf(attempt, work);
      long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      crashPoints.reach(CrashPoints.BEFORE_RESULT, kind);
      var event = reported(attempt, outcome).map(end -> eventOf(attempt, end, millis));
      if (event.isPresent() && publish(event.get(), dispatch, attempt)) {
        crashPoints.reach(CrashPoints.AFTER_RESULT, kind);
      }
    } finally {
      finished.add(attempt.key());
      running.remove(attempt);
    }
  }

  @SuppressWarnings("CatchingUnchecked")
  private NodeOutcome outcomeOf(Attempt attempt, NodeWork work) {
    attempt.runHere();
    try {
      return work.work(attempt.order(), attempt);
    } catch (AttemptFailedException e) {
      return e.outcome();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
      return unexpected(attempt, e);
    } finally {
      attempt.ranHere();
      // A late interrupt of the work must not hit what follows it.
      Thread.interrupted();
    }
  }

  private static NodeOutcome unexpected(Attempt attempt, Throwable e) {
    if (!attempt.stopRequested()) {
      LOG.errorf(e, "unexpected failure of work %s", attempt.key());
    }
    return new NodeOutcome.Failed(
        FaultKind.SYSTEM,
        "the worker failed unexpectedly at %s: %s; its log has the details"
            .formatted(attempt.order().node(), brief(e)));
  }

  /**
   * What is told of an attempt. A stopped one has no result that counts, but what it spent is told.
   */
  private static Optional<NodeOutcome> reported(Attempt attempt, NodeOutcome outcome) {
    Attempt.@Nullable Stop stop = attempt.stop().orElse(null);
    if (stop == null || (stop == Attempt.Stop.SHUTDOWN && outcome instanceof NodeOutcome.Done)) {
      return Optional.of(outcome);
    }
    LOG.infof("attempt stopped %s reason=%s", attempt.key(), stop);
    return switch (stop) {
      case SHUTDOWN -> stopped("the worker was shut down; it is tried again");
      case UNWANTED, LEASE_ENDING ->
          attempt.calls().isEmpty() ? Optional.empty() : stopped("the attempt was stopped");
    };
  }

  private static Optional<NodeOutcome> stopped(String message) {
    return Optional.of(new NodeOutcome.Failed(FaultKind.TRANSIENT, message));
  }

  private NodeEvent eventOf(Attempt attempt, NodeOutcome outcome, long millis) {
    var order = attempt.order();
    var at = Instant.now();
    return switch (outcome) {
      case NodeOutcome.Done done ->
          new NodeSucceeded(
              order.task(),
              at,
              order.node(),
              order.attempt(),
              order.epoch(),
              worker,
              done.result(),
              attempt.calls(),
              millis);
      case NodeOutcome.Failed failed ->
          new NodeFailed(
              order.task(),
              at,
              order.node(),
              order.attempt(),
              order.epoch(),
              worker,
              failed.fault(),
              failed.message(),
              failed.findings(),
              failed.retryAfter() == null ? null : failed.retryAfter().toMillis(),
              failed.log(),
              attempt.calls(),
              millis);
      case NodeOutcome.Waits waits ->
          new NodeWaiting(
              order.task(),
              at,
              order.node(),
              order.attempt(),
              order.epoch(),
              worker,
              waits.question(),
              waits.detail());
    };
  }

  /** Tries until it is out, or until the attempt is no longer ours to report. */
  private boolean publish(NodeEvent event, Dispatch dispatch, Attempt attempt) {
    var backoff = new Backoff(times.firstRetry(), times.mostRetry(), RandomGenerator.getDefault());
    boolean stoppedBefore = attempt.stopRequested();
    while (true) {
      try {
        results.publish(event, dispatch);
        return true;
      } catch (ResultsUnreachableException e) {
        LOG.warnf("result not published yet %s problem=%s", attempt.key(), e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      if (stoppedBefore || attempt.stopRequested() || !pause(backoff.next())) {
        LOG.warnf("result given up, the lease will end %s", attempt.key());
        return false;
      }
    }
  }

  private static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String brief(Throwable e) {
    var message =
        e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("");
    var text = e.getClass().getSimpleName() + message;
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }

  /** Forgets the oldest. */
  private static final class Recent extends LinkedHashMap<Attempt.Key, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Attempt.Key, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
