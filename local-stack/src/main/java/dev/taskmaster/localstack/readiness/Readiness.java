package dev.taskmaster.localstack.readiness;

/** Asks a process whether it can be used. */
@FunctionalInterface
public interface Readiness {
  /** Whether it can be used now; false while it cannot be reached. Never blocks for long. */
  boolean isReady();
}
