package dev.taskmaster.worker;

import java.time.Duration;

/**
 * The times of a work loop.
 *
 * @param beatEvery between two heartbeats of all running attempts
 * @param stopBefore how long before the end of its lease an attempt is stopped when no heartbeat
 *     could extend it
 * @param grace how long running attempts may go on when the process is to end
 * @param firstRetry the first bound for pauses before calling the store or the broker again
 * @param mostRetry the largest such bound
 */
public record WorkTimes(
    Duration beatEvery,
    Duration stopBefore,
    Duration grace,
    Duration firstRetry,
    Duration mostRetry) {

  /** A beat each 10 s, for leases of 45 s. */
  public static WorkTimes standard() {
    return new WorkTimes(
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofMillis(200),
        Duration.ofSeconds(5));
  }
}
