package dev.taskmaster.graphstore.adapter.kafka;

import java.util.Collection;
import java.util.Map;

/** Where reading goes on, as the ledger has it. */
@FunctionalInterface
public interface Positions {
  /**
   * The next offsets of these partitions.
   *
   * @param partitions names of partitions in the ledger
   * @return nothing for a partition of which nothing was ever applied
   */
  Map<String, Long> next(Collection<String> partitions);
}
