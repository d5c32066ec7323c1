package dev.taskmaster.localstack.control;

import java.time.Duration;

/** Counts who keeps a stack alive, and how long nobody has. */
public final class Leases {
  private int held;
  private long idleSince = System.nanoTime();

  synchronized void taken() {
    held++;
  }

  synchronized void returned() {
    held--;
    idleSince = System.nanoTime();
  }

  /** Whether nobody has held a lease for {@code limit}. */
  public synchronized boolean idleFor(Duration limit) {
    return held == 0 && System.nanoTime() - idleSince >= limit.toNanos();
  }
}
