package dev.taskmaster.worker;

import dev.taskmaster.events.NodeEvent;

/** The stream of results. */
public interface Results {

  /**
   * Publishes durably before it returns; publishing the same event again is harmless.
   *
   * @param cause the dispatch it answers
   * @throws ResultsUnreachableException when that is not certain
   * @throws InterruptedException when the thread was interrupted; the event may be out
   */
  void publish(NodeEvent event, Dispatch cause) throws InterruptedException;
}
