package dev.taskmaster.models.calls;

/**
 * Speaks a provider's wire format: sends exactly one HTTP request and never throws for its fate.
 */
public interface Endpoint {

  /** Asks and waits, within the question's time. */
  Answer ask(Question question);
}
