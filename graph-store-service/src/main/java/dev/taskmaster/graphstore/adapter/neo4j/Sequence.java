package dev.taskmaster.graphstore.adapter.neo4j;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers that grow, also from one run of the program to the next: microseconds, never twice. */
final class Sequence {
  private final AtomicLong last = new AtomicLong();

  long next() {
    var now = Instant.now();
    long micros = Math.addExact(now.getEpochSecond() * 1_000_000, now.getNano() / 1_000);
    return last.updateAndGet(before -> Math.max(before + 1, micros));
  }
}
