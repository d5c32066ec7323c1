package dev.taskmaster.models;

import dev.taskmaster.models.calls.MeteredCalls;

/**
 * Calls to models: each is sent once, metered, bounded in time, bytes and money. Nothing is retried
 * here but an endpoint's refusal of a request's form; who calls decides about retries by the fault.
 */
@FunctionalInterface
public interface ModelCalls {

  /**
   * Asks and waits. Interrupting the thread cancels the call.
   *
   * @throws RetriableModelException when the same call may succeed later
   * @throws PermanentModelException when it will not
   */
  ModelReply call(ModelRequest request);

  /** Real calls to the models of a catalogue. Safe for any number of threads. */
  static ModelCalls over(ModelCatalog catalog) {
    return MeteredCalls.over(catalog);
  }
}
