package dev.taskmaster.graphstore.adapter.writing;

import java.util.function.Consumer;

/** Where events go out. */
public interface Publishing {

  /**
   * Sends an event without waiting for it. Events with the same key arrive in the order they were
   * sent.
   *
   * @param sent told when the event is confirmed by the broker
   * @param failed told when it is not, after all retries
   */
  void send(Outgoing event, Runnable sent, Consumer<Exception> failed);
}
