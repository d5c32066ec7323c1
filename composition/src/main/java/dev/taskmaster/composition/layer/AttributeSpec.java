package dev.taskmaster.composition.layer;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as one layer writes it.
 *
 * @param variability {@code varying}, {@code uniform} or {@code config}
 * @param defaultValue the value, {@link Value.Block} for {@code None}, or null if none is written
 * @param samples time samples in the order of time; kept, never resolved; null if none are written
 */
public record AttributeSpec(
    Path path,
    String typeName,
    String variability,
    boolean custom,
    @Nullable Value defaultValue,
    @Nullable List<Sample> samples,
    ListOp<Path> paths,
    SortedMap<String, Value> metadata)
    implements PropertySpec {

  public AttributeSpec {
    samples = samples == null ? null : List.copyOf(samples);
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /** A value at a time. */
  public record Sample(double time, Value value) {}
}
