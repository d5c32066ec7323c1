package dev.taskmaster.worker;

import dev.taskmaster.claims.Heartbeat;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The attempts that run in this process. Keeps their leases alive with one call for all, and stops
 * those that are not wanted or whose lease is about to end.
 */
final class RunningAttempts {
  private static final Logger LOG = Logger.getLogger(RunningAttempts.class);

  private final String worker;
  private final Claims claims;
  private final Duration stopBefore;
  private final Map<Attempt.Key, Attempt> running = new ConcurrentHashMap<>();

  RunningAttempts(String worker, Claims claims, Duration stopBefore) {
    this.worker = worker;
    this.claims = claims;
    this.stopBefore = stopBefore;
  }

  void add(Attempt attempt) {
    running.put(attempt.key(), attempt);
  }

  void remove(Attempt attempt) {
    running.remove(attempt.key(), attempt);
  }

  boolean has(Attempt.Key key) {
    return running.containsKey(key);
  }

  Collection<Attempt> all() {
    return List.copyOf(running.values());
  }

  /** Beats for all. A beat that fails changes nothing: the leases go on running down. */
  void beat() {
    var attempts = List.copyOf(running.values());
    if (attempts.isEmpty()) {
      return;
    }
    long sent = System.nanoTime();
    try {
      var reply = claims.beat(new Heartbeat(worker, attempts.stream().map(Attempt::beat).toList()));
      apply(attempts, reply, sent);
    } catch (StoreUnreachableException | StoreRefusedException e) {
      LOG.warnf("heartbeat failed attempts=%d problem=%s", attempts.size(), e.getMessage());
    }
  }

  private void apply(List<Attempt> attempts, Heartbeat.Reply reply, long sent) {
    if (reply.answers().size() != attempts.size()) {
      throw new StoreRefusedException(
          "%d answers for %d beats".formatted(reply.answers().size(), attempts.size()));
    }
    for (int i = 0; i < attempts.size(); i++) {
      var attempt = attempts.get(i);
      var answer = reply.answers().get(i);
      if (answer.stop()) {
        LOG.infof("stop asked for %s reason=%s", attempt.key(), answer.reason());
        attempt.stop(Attempt.Stop.UNWANTED);
      } else {
        // Counted from the sending, so that it ends here before it ends at the store.
        attempt.extend(sent + Duration.ofMillis(reply.leaseMillis()).toNanos());
      }
    }
  }

  /** Stops what would outlive its lease. */
  void stopEnding() {
    long limit = System.nanoTime() + stopBefore.toNanos();
    for (var attempt : running.values()) {
      if (!attempt.stopRequested() && attempt.endsBefore(limit)) {
        LOG.warnf("lease is ending, stopping %s", attempt.key());
        attempt.stop(Attempt.Stop.LEASE_ENDING);
      }
    }
  }
}
