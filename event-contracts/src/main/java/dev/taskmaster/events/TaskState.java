package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of a task. The last five end it. */
public enum TaskState {
  SUBMITTED,
  PLANNING,
  PLAN_REVIEW,
  EXECUTING,
  VERIFYING,
  REFINING,
  /** Its outcome is a commit in the person's repository. */
  COMMITTED,
  /** Its outcome is a text or an artefact. */
  COMPLETED,
  /** Rounds, budget or a person's no ended it; the notes say why. */
  REJECTED,
  CANCELLED,
  /** The system's own fault. */
  BROKEN;

  @JsonCreator
  static TaskState fromWire(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name on the wire and on the screen: lower case with dashes. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nothing will change any more unless a person retries. */
  public boolean terminal() {
    return compareTo(COMMITTED) >= 0;
  }
}
