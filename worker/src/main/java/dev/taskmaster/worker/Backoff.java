package dev.taskmaster.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing pauses with full jitter: each is random between nothing and twice the bound before. */
public final class Backoff {
  private final Duration first;
  private final Duration most;
  private final RandomGenerator random;
  private int failures;

  public Backoff(Duration first, Duration most, RandomGenerator random) {
    if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a backoff grows from a positive pause: " + first + " to " + most);
    }
    this.first = first;
    this.most = most;
    this.random = random;
  }

  /** How long to pause after one more failure. */
  public Duration next() {
    long bound = first.toNanos();
    for (int i = 0; i < failures && bound < most.toNanos(); i++) {
      bound *= 2;
    }
    failures++;
    return Duration.ofNanos(1 + random.nextLong(Math.min(bound, most.toNanos())));
  }

  /** It worked: the next failure starts small again. */
  public void reset() {
    failures = 0;
  }
}
