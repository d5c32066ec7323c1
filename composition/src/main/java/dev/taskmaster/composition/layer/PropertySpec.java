package dev.taskmaster.composition.layer;

import java.util.SortedMap;

/** What one layer says about one property (chapter 2.4). */
public sealed interface PropertySpec permits AttributeSpec, RelationshipSpec {

  Path path();

  boolean custom();

  SortedMap<String, Value> metadata();

  /** Targets of a relationship, connections of an attribute. */
  ListOp<Path> paths();
}
