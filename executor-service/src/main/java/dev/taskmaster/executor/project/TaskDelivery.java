package dev.taskmaster.executor.project;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.workspace.DeliveryOutcome;

/** Brings a task's commits into the person's repository. Delivering again is safe. */
public interface TaskDelivery {
  DeliveryOutcome deliver(WorkOrder order);
}
