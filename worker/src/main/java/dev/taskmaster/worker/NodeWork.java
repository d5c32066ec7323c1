package dev.taskmaster.worker;

import dev.taskmaster.claims.WorkOrder;

/** The work a service does at a node. */
@FunctionalInterface
public interface NodeWork {

  /**
   * One attempt, on a thread of its own; blocking is fine. The thread is interrupted when the work
   * is no longer wanted.
   *
   * @throws AttemptFailedException another way to return its outcome
   * @throws InterruptedException when the attempt was stopped
   * @throws Exception any other becomes a failure of the system
   */
  NodeOutcome work(WorkOrder order, Attempt attempt) throws Exception;
}
