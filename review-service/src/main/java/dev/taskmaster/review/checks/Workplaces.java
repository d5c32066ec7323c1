package dev.taskmaster.review.checks;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.review.findings.ProjectPaths;
import dev.taskmaster.worker.Attempt;

/** The project's files as a review needs them. */
public interface Workplaces {

  /** The order's tree as a fresh folder. */
  Workplace open(WorkOrder order, Attempt attempt);

  /** The paths of the order's tree. */
  ProjectPaths paths(WorkOrder order);

  /** What the task changed, in git's format, cut at {@code mostBytes}. */
  String diff(WorkOrder order, int mostBytes);
}
