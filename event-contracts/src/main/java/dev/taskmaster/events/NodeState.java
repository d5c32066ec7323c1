package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of a node within one round. */
public enum NodeState {
  /** A dependency has not succeeded yet. */
  PENDING,
  /** May be claimed, now or at its next-attempt time. */
  READY,
  CLAIMED,
  RUNNING,
  /** Waits for a person; holds no worker, lease or record. */
  WAITING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  @JsonCreator
  static NodeState fromWire(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name on the wire and on the screen: lower case with dashes. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean terminal() {
    return compareTo(SUCCEEDED) >= 0;
  }
}
