package dev.taskmaster.graphstore.ledger;

import java.util.Locale;

/** What can happen to a task. */
public enum TaskStep {
  PLAN_NEEDED,
  PLAN_SHOWN,
  WORK_NEEDED,
  REVIEW_NEEDED,
  CORRECTION_NEEDED,
  DELIVERED,
  DONE,
  REJECTED,
  CANCELLED,
  BROKE,
  REOPENED;

  /** The name in the diagram and in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
