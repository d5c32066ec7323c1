package dev.taskmaster.models.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls from a model that refuses them: opens after consecutive 429s or 5xx for the time the
 * provider names, else for an exponential one; then one call at a time may try. Thread-safe.
 */
final class Circuit {

  /** How circuits behave. */
  record Policy(int failuresToOpen, Duration first, Duration longest) {
    static final Policy USUAL = new Policy(3, Duration.ofSeconds(2), Duration.ofMinutes(5));
  }

  /** Why a call may not go, and for how long. */
  record Refusal(boolean rateLimited, int failures, Duration remaining) {}

  private final Policy policy;
  private int failures;
  private boolean rateLimited;
  private boolean trying;
  private @Nullable Instant openUntil;

  Circuit(Policy policy) {
    this.policy = policy;
  }

  /** Whether a call would be refused now. */
  synchronized boolean refuses(Instant now) {
    return refusal(now).isPresent();
  }

  /** Enters with a call, which must report its end; or says why it may not go. */
  synchronized Optional<Refusal> enter(Instant now) {
    Optional<Refusal> refusal = refusal(now);
    if (refusal.isEmpty() && openUntil != null) {
      trying = true;
    }
    return refusal;
  }

  private Optional<Refusal> refusal(Instant now) {
    if (openUntil == null) {
      return Optional.empty();
    }
    if (now.isBefore(openUntil)) {
      return Optional.of(new Refusal(rateLimited, failures, Duration.between(now, openUntil)));
    }
    return trying
        ? Optional.of(new Refusal(rateLimited, failures, policy.first()))
        : Optional.empty();
  }

  /** The model answered, whatever it said. */
  synchronized void answered() {
    failures = 0;
    trying = false;
    openUntil = null;
  }

  /** The call ended without telling anything about the provider's state. */
  synchronized void inconclusive() {
    trying = false;
  }

  /** The model refused with 429 or failed with 5xx. */
  synchronized void failed(boolean byRate, Optional<Duration> retryAfter, Instant now) {
    failures++;
    rateLimited = byRate;
    trying = false;
    if (failures >= policy.failuresToOpen()) {
      Instant until = now.plus(retryAfter.orElseGet(this::backoff));
      openUntil = openUntil != null && openUntil.isAfter(until) ? openUntil : until;
    }
  }

  private Duration backoff() {
    int doublings = Math.min(failures - policy.failuresToOpen(), 20);
    Duration wait = policy.first().multipliedBy(1L << doublings);
    return wait.compareTo(policy.longest()) > 0 ? policy.longest() : wait;
  }
}
