package dev.taskmaster.localstack.state;

/** Where the stack as a whole is in its life. */
public enum Phase {
  STARTING,
  READY,
  FAILED,
  STOPPING
}
