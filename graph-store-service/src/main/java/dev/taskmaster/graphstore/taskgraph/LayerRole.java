package dev.taskmaster.graphstore.taskgraph;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a layer of a task is for; the order of the constants is the order of strength. */
public enum LayerRole {
  /** What a person says now. Nothing outranks a person. */
  PERSON,
  /** What the review of a round taught; the newest is the strongest. */
  ROUND,
  /** What a planner generated; the newest is the strongest. */
  PLAN,
  /** The refine nodes that the graph store itself adds. */
  REFINEMENTS,
  /** What was asked for. */
  TASK,
  /** The project's commands and style. */
  PROJECT,
  /** What teams and companies share; strongest first as the project names them. */
  SHARED,
  /** The ready-made task. */
  TEMPLATE,
  /** The classes of the kinds of nodes. */
  LIBRARY;

  @JsonCreator
  static LayerRole fromWire(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
