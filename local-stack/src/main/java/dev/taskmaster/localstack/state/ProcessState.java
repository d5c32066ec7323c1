package dev.taskmaster.localstack.state;

/** Where one process of the stack is in its life. */
public enum ProcessState {
  WAITING,
  STARTING,
  READY,
  FAILED,
  STOPPED
}
