package dev.taskmaster.graphstore.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next attempt: exponential, with full jitter. */
final class Retries {
  private static final int LARGEST_POWER = 20;

  private Retries() {}

  /**
   * The wait after the {@code failures}-th failure.
   *
   * @param retryAfterMillis what the other side asked for, which is a lower bound; null for nothing
   */
  static Duration delay(Draft draft, int failures, @Nullable Long retryAfterMillis) {
    var policy = draft.policy();
    long ceiling =
        Math.min(
            policy.backoffCap().toMillis(),
            policy.backoffBase().toMillis() << Math.clamp(failures - 1, 0, LARGEST_POWER));
    long jittered = draft.around.random().nextLong(ceiling + 1);
    return Duration.ofMillis(
        retryAfterMillis == null ? jittered : Math.max(0, retryAfterMillis) + jittered / 4);
  }
}
