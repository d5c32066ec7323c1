package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How prim paths on the source side of an arc are called on its target side (chapter 5): pairs of
 * prefixes and the flag that leaves all other paths as they are. A pair without a target blocks
 * what is below its source.
 */
final class MapFunction {

  static final MapFunction IDENTITY = new MapFunction(new TreeMap<>(), true);

  /**
   * Source to target; a blocked source maps to an empty value. Reduced: no pair can be left out.
   */
  private final SortedMap<Path, Target> pairs;

  private final boolean rootIdentity;

  private record Target(@Nullable Path path) {}

  private MapFunction(SortedMap<Path, Target> pairs, boolean rootIdentity) {
    this.pairs = pairs;
    this.rootIdentity = rootIdentity;
  }

  static MapFunction arc(Path source, Path target, boolean rootIdentity) {
    TreeMap<Path, Target> pairs = new TreeMap<>();
    pairs.put(source, new Target(target));
    return reduced(pairs, rootIdentity);
  }

  /** Root identity and the given pairs; a null target blocks. */
  static MapFunction relocations(Map<Path, @Nullable Path> sourceToTarget) {
    TreeMap<Path, Target> pairs = new TreeMap<>();
    sourceToTarget.forEach((source, target) -> pairs.put(source, new Target(target)));
    return reduced(pairs, true);
  }

  boolean isIdentity() {
    return rootIdentity && pairs.isEmpty();
  }

  boolean hasRootIdentity() {
    return rootIdentity;
  }

  MapFunction withRoot() {
    return rootIdentity ? this : reduced(new TreeMap<>(pairs), true);
  }

  MapFunction withoutRoot() {
    return rootIdentity && !pairs.isEmpty() ? new MapFunction(pairs, false) : this;
  }

  /** The name on the target side, or null if there is none. Properties keep their name. */
  @Nullable Path map(Path path) {
    if (path.isProperty()) {
      Path owner = map(path.parent());
      return owner == null ? null : owner.property(path.name());
    }
    return isIdentity() ? path : forward(pairs, path);
  }

  /** The name on the source side, or null if there is none. */
  @Nullable Path unmap(Path path) {
    if (path.isProperty()) {
      Path owner = unmap(path.parent());
      return owner == null ? null : owner.property(path.name());
    }
    return isIdentity() ? path : backward(pairs, path);
  }

  private @Nullable Path forward(Map<Path, Target> among, Path path) {
    Path best = null;
    for (Path source : among.keySet()) {
      if (path.hasPrefix(source) && (best == null || source.count() >= best.count())) {
        best = source;
      }
    }
    if (best == null && !rootIdentity) {
      return null;
    }
    Path from = best == null ? Path.ROOT : best;
    Path to = best == null ? Path.ROOT : Objects.requireNonNull(among.get(best)).path;
    if (to == null) {
      return null;
    }
    Path result = path.replacePrefix(from, to);
    for (Map.Entry<Path, Target> other : among.entrySet()) {
      Path target = other.getValue().path;
      if (other.getKey() != best
          && target != null
          && target.count() >= to.count()
          && result.hasPrefix(target)) {
        return null;
      }
    }
    return result;
  }

  private @Nullable Path backward(Map<Path, Target> among, Path path) {
    Path bestSource = null;
    Path bestTarget = null;
    for (Map.Entry<Path, Target> pair : among.entrySet()) {
      Path target = pair.getValue().path;
      if (target != null
          && path.hasPrefix(target)
          && (bestTarget == null || target.count() >= bestTarget.count())) {
        bestSource = pair.getKey();
        bestTarget = target;
      }
    }
    if (bestTarget == null && !rootIdentity) {
      return null;
    }
    Path from = bestTarget == null ? Path.ROOT : bestTarget;
    Path to = bestSource == null ? Path.ROOT : bestSource;
    Path result = path.replacePrefix(from, to);
    for (Path source : among.keySet()) {
      if (source != bestSource && source.count() >= to.count() && result.hasPrefix(source)) {
        return null;
      }
    }
    return result;
  }

  /** First {@code first}, then this. */
  MapFunction compose(MapFunction first) {
    if (isIdentity()) {
      return first;
    }
    if (first.isIdentity()) {
      return this;
    }
    TreeMap<Path, Target> result = new TreeMap<>();
    for (Map.Entry<Path, Target> pair : first.pairs.entrySet()) {
      Path between = pair.getValue().path;
      Path target = between == null ? null : map(between);
      result.put(pair.getKey(), new Target(target));
      if (between != null && target == null && first.map(between) == null) {
        // Nothing arrives at this name any more, but it stays taken: it does not become itself.
        result.putIfAbsent(between, new Target(null));
      }
    }
    pairs.forEach(
        (source, target) -> {
          Path before = first.unmap(source);
          if (before != null) {
            result.putIfAbsent(before, target);
          }
        });
    return reduced(result, rootIdentity && first.rootIdentity);
  }

  MapFunction inverse() {
    TreeMap<Path, Target> swapped = new TreeMap<>();
    pairs.forEach(
        (source, target) -> {
          if (target.path != null) {
            swapped.put(target.path, new Target(source));
          }
        });
    return reduced(swapped, rootIdentity);
  }

  private static MapFunction reduced(TreeMap<Path, Target> pairs, boolean rootIdentity) {
    MapFunction whole = new MapFunction(pairs, rootIdentity);
    Map<Path, Target> kept = new LinkedHashMap<>(pairs);
    pairs.keySet().stream()
        .sorted(Comparator.comparingInt(Path::count).reversed())
        .forEach(
            source -> {
              Target target = Objects.requireNonNull(kept.remove(source));
              if (!whole.isRedundant(kept, source, target)) {
                kept.put(source, target);
              }
            });
    return new MapFunction(new TreeMap<>(kept), rootIdentity);
  }

  private boolean isRedundant(Map<Path, Target> rest, Path source, Target target) {
    if (source.isRoot() && target.path != null && target.path.isRoot()) {
      return rootIdentity;
    }
    Path otherwise = forward(rest, source);
    return target.path == null ? otherwise == null : target.path == otherwise;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MapFunction function
        && rootIdentity == function.rootIdentity
        && pairs.equals(function.pairs);
  }

  @Override
  public int hashCode() {
    return pairs.hashCode() * 2 + (rootIdentity ? 1 : 0);
  }

  @Override
  public String toString() {
    return pairs + (rootIdentity ? " and root" : "");
  }
}
