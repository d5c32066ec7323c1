package dev.taskmaster.graphstore.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * The numbers by which is decided.
 *
 * @param lease how long a worker may be silent
 * @param dispatchAgain after how long a dispatch that nobody claimed is sent once more
 * @param attempts how many passing failures a node may have before it fails for good
 * @param providerPatience how long a provider may keep failing
 * @param backoffBase upper bound of the first wait; it doubles with each failure
 * @param backoffCap upper bound of any wait
 * @param defaultRounds where neither project nor person names a limit
 * @param sameFailure how often the same failure may end a round
 * @param leasesFrom no lease ends before this plus {@code lease}: while the store was away, nobody
 *     could beat
 */
public record Policy(
    Duration lease,
    Duration dispatchAgain,
    int attempts,
    Duration providerPatience,
    Duration backoffBase,
    Duration backoffCap,
    int defaultRounds,
    int sameFailure,
    Instant leasesFrom) {

  public static Policy standard() {
    return new Policy(
        Duration.ofSeconds(45),
        Duration.ofMinutes(10),
        3,
        Duration.ofMinutes(15),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1),
        3,
        3,
        Instant.EPOCH);
  }

  public Policy withLeasesFrom(Instant start) {
    return new Policy(
        lease,
        dispatchAgain,
        attempts,
        providerPatience,
        backoffBase,
        backoffCap,
        defaultRounds,
        sameFailure,
        start);
  }
}
