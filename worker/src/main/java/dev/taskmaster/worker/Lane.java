package dev.taskmaster.worker;

import dev.taskmaster.claims.ClaimReply.Denied;
import dev.taskmaster.claims.ClaimReply.Granted;
import dev.taskmaster.claims.ClaimRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes dispatches of one lane and runs at most so many of them at a time. Who feeds it asks {@link
 * #free} first and never takes more from the stream than that.
 */
public final class Lane {
  private static final Logger LOG = Logger.getLogger(Lane.class);

  private final String name;
  private final int concurrency;
  private final String worker;
  private final Claims claims;
  private final Ceilings ceilings;
  private final NodeWork work;
  private final RunningAttempts running;
  private final AttemptRun attemptRun;
  private final Semaphore slots;
  private volatile boolean closed;
  private volatile Runnable onFree = () -> {};

  Lane(
      String name,
      int concurrency,
      String worker,
      Claims claims,
      Ceilings ceilings,
      NodeWork work,
      RunningAttempts running,
      AttemptRun attemptRun) {
    if (concurrency < 1) {
      throw new IllegalArgumentException("lane " + name + " runs at least one attempt at a time");
    }
    this.name = name;
    this.concurrency = concurrency;
    this.worker = worker;
    this.claims = claims;
    this.ceilings = ceilings;
    this.work = work;
    this.running = running;
    this.attemptRun = attemptRun;
    this.slots = new Semaphore(concurrency);
  }

  public String name() {
    return name;
  }

  /** How many more attempts can run now. */
  public int free() {
    return closed ? 0 : slots.availablePermits();
  }

  /** How many attempts run now. */
  public int busy() {
    return concurrency - slots.availablePermits();
  }

  /** Calls {@code callback} each time an attempt ended. */
  public void onFree(Runnable callback) {
    onFree = callback;
  }

  /**
   * Claims all of these in one call and starts those that were granted. When it returns, every one
   * of them is done with and its record can be acknowledged; when it throws, none.
   *
   * @param dispatches at most {@link #free}
   * @throws StoreUnreachableException when the claim was not decided; offer them again later
   * @throws StoreRefusedException when the graph store does not take the claim as it is
   */
  public void take(List<Dispatch> dispatches) {
    var wanted = new LinkedHashMap<Attempt.Key, Dispatch>();
    for (var dispatch : dispatches) {
      if (running.has(dispatch.key()) || attemptRun.finished(dispatch.key())) {
        LOG.debugf("a dispatch came twice %s", dispatch.key());
      } else {
        wanted.putIfAbsent(dispatch.key(), dispatch);
      }
    }
    if (!wanted.isEmpty()) {
      claim(List.copyOf(wanted.values()));
    }
  }

  void close() {
    closed = true;
  }

  boolean awaitIdle(Duration most) throws InterruptedException {
    if (!slots.tryAcquire(concurrency, most.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    slots.release(concurrency);
    return true;
  }

  private void claim(List<Dispatch> wanted) {
    if (!slots.tryAcquire(wanted.size())) {
      throw new IllegalStateException("lane " + name + " was offered more than it has room for");
    }
    int unused = wanted.size();
    try {
      long sent = System.nanoTime();
      var decisions =
          claims
              .claim(new ClaimRequest(worker, wanted.stream().map(this::claimOf).toList()))
              .decisions();
      if (decisions.size() != wanted.size()) {
        throw new StoreRefusedException(
            "%d decisions for %d claims".formatted(decisions.size(), wanted.size()));
      }
      var granted = new ArrayList<Runnable>();
      for (int i = 0; i < wanted.size(); i++) {
        var dispatch = wanted.get(i);
        switch (decisions.get(i)) {
          case Granted grant -> granted.add(() -> start(dispatch, grant, sent));
          case Denied denied ->
              LOG.debugf("claim denied %s reason=%s", dispatch.key(), denied.reason());
        }
      }
      unused -= granted.size();
      granted.forEach(Runnable::run);
    } finally {
      slots.release(unused);
    }
  }

  private ClaimRequest.Claim claimOf(Dispatch dispatch) {
    var event = dispatch.event();
    return new ClaimRequest.Claim(
        event.dispatch(),
        event.task(),
        event.node(),
        event.attempt(),
        event.epoch(),
        ceilings.of(event));
  }

  private void start(Dispatch dispatch, Granted grant, long sent) {
    // Counted from the sending, so that it ends here before it ends at the store.
    long leaseEnd = sent + Duration.ofMillis(grant.leaseMillis()).toNanos();
    var attempt = new Attempt(grant.work(), name, leaseEnd);
    running.add(attempt);
    Thread.ofVirtual()
        .name(name + " " + grant.work().node())
        .start(
            () -> {
              try {
                attemptRun.run(attempt, dispatch, work);
              } finally {
                slots.release();
                onFree.run();
              }
            });
  }
}
