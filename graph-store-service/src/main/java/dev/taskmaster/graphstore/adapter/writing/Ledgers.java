package dev.taskmaster.graphstore.adapter.writing;

import dev.taskmaster.graphstore.ledger.Input;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The store of tasks, as the writer uses it. */
public interface Ledgers {

  /**
   * Decides and stores all of it in one transaction, or nothing.
   *
   * @param works in the order they arrived
   * @param sent ids of events that have been published
   * @return what to publish and whom to answer, now that it is stored
   * @throws RuntimeException where the transaction failed; nothing of it was stored unless only the
   *     answer to the commit was lost
   */
  Stored store(List<Work> works, Collection<String> sent, Instant now);

  /** Puts a record aside that cannot be decided, and goes past it. */
  Stored park(IncomingRecord record, String reason, Instant now);

  /** A timer that cannot be decided is looked at again later. */
  void putOff(Input.Due due, Instant until);

  /** Timers that are due, the oldest first. */
  List<Input.Due> due(Instant now, int limit);

  /** Events that are stored and not known to be published, the oldest first. */
  List<Outgoing> unsent(int limit);

  /**
   * What was stored.
   *
   * @param answers to be run now: they tell those who wait
   */
  record Stored(List<Outgoing> outgoing, List<Runnable> answers) {}
}
