package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose fault a failed attempt is, which decides what happens next. */
public enum FaultKind {
  /** The inputs: better inputs may help, so the task is refined. */
  INPUT,
  /** Passing trouble of our own surroundings: tried again with backoff, uses up an attempt. */
  TRANSIENT,
  /** A provider's rate limit or outage: tried again, does not use up an attempt. */
  PROVIDER,
  /** The granted price does not cover the work. */
  BUDGET,
  /** A missing key, model or tool: a person has to change the set-up; refining cannot help. */
  CONFIGURATION,
  /** A defect of the system: the task is broken. */
  SYSTEM;

  @JsonCreator
  static FaultKind fromWire(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name on the wire and on the screen: lower case with dashes. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
