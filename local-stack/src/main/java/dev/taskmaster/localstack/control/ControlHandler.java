package dev.taskmaster.localstack.control;

/** Does what is asked of a supervisor. */
@FunctionalInterface
public interface ControlHandler {
  /** Does it and returns when it is done; an exception's message is the answer to who asked. */
  void handle(ControlRequest request);
}
