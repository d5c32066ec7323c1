package dev.taskmaster.composition.layer;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A relationship as one layer writes it; {@code paths} are its targets. */
public record RelationshipSpec(
    Path path,
    boolean custom,
    boolean varying,
    ListOp<Path> paths,
    SortedMap<String, Value> metadata)
    implements PropertySpec {

  public RelationshipSpec {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }
}
