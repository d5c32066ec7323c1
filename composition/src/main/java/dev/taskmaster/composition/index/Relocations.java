package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Relocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The valid relocations of a layer stack (chapter 8.9). */
final class Relocations {

  private static final Relocations NONE = new Relocations(Map.of());

  private final Map<Path, Relocation> bySource;
  private final Map<Path, Path> sourceOfTarget = new HashMap<>();

  private Relocations(Map<Path, Relocation> bySource) {
    this.bySource = bySource;
    for (Relocation relocation : bySource.values()) {
      Path target = relocation.target();
      if (target != null) {
        sourceOfTarget.put(target, relocation.source());
      }
    }
  }

  static Relocations collect(List<Layer> layers, List<CompositionError> errors) {
    Map<Path, Relocation> strongest = new LinkedHashMap<>();
    Map<Path, Layer> authors = new HashMap<>();
    for (Layer layer : layers) {
      for (Relocation relocation : layer.relocations()) {
        if (!isValid(relocation)) {
          errors.add(error(CompositionError.Kind.INVALID_AUTHORED_RELOCATION, layer, relocation));
        } else if (strongest.putIfAbsent(relocation.source(), relocation) == null) {
          authors.put(relocation.source(), layer);
        }
      }
    }
    if (strongest.isEmpty()) {
      return NONE;
    }
    Map<Path, Relocation> valid = new LinkedHashMap<>(strongest);
    for (Relocation relocation : strongest.values()) {
      CompositionError.Kind problem = conflict(relocation, strongest);
      if (problem != null) {
        valid.remove(relocation.source());
        Layer author = authors.get(relocation.source());
        errors.add(error(problem, author == null ? layers.getFirst() : author, relocation));
      }
    }
    return valid.isEmpty() ? NONE : new Relocations(valid);
  }

  private static boolean isValid(Relocation relocation) {
    Path source = relocation.source();
    Path target = relocation.target();
    if (!isPrim(source) || source.isRootPrim()) {
      return false;
    }
    return target == null
        || (isPrim(target) && !source.hasPrefix(target) && !target.hasPrefix(source));
  }

  private static boolean isPrim(Path path) {
    return path.isPrim() && !path.hasVariantSelections();
  }

  private static CompositionError.@Nullable Kind conflict(
      Relocation relocation, Map<Path, Relocation> all) {
    Path source = relocation.source();
    Path target = relocation.target();
    for (Relocation other : all.values()) {
      if (other == relocation) {
        continue;
      }
      if (target != null && target == other.target()) {
        return CompositionError.Kind.INVALID_SAME_TARGET_RELOCATIONS;
      }
      boolean targetTaken = target != null && target.hasPrefix(other.source());
      if (targetTaken || source == other.target() || source.hasPrefix(other.source())) {
        return CompositionError.Kind.INVALID_CONFLICTING_RELOCATION;
      }
      if (isBelowOrAt(other.target(), source) && other.target() != null) {
        return CompositionError.Kind.INVALID_CONFLICTING_RELOCATION;
      }
    }
    return null;
  }

  private static boolean isBelowOrAt(@Nullable Path path, Path above) {
    return path != null && path == above;
  }

  private static CompositionError error(
      CompositionError.Kind kind, Layer layer, Relocation relocation) {
    String target = relocation.target() == null ? "" : relocation.target().toString();
    return new CompositionError(
        kind,
        null,
        layer.identifier(),
        Path.ROOT,
        "the relocation of <" + relocation.source() + "> to <" + target + "> is left out");
  }

  boolean isEmpty() {
    return bySource.isEmpty();
  }

  boolean isSource(Path path) {
    return bySource.containsKey(path);
  }

  /** The authored source of a target, or null. */
  @Nullable Path sourceOf(Path target) {
    return sourceOfTarget.get(target);
  }

  /** Where a prim was before all relocations of its parents and itself. */
  private Path origin(Path path) {
    Path result = path;
    Set<Path> seen = new HashSet<>();
    for (Path prefix = result; !prefix.isRoot() && seen.add(prefix); ) {
      Path source = sourceOfTarget.get(prefix);
      if (source != null) {
        result = result.replacePrefix(prefix, source);
        prefix = result;
      } else {
        prefix = prefix.parent();
      }
    }
    return result;
  }

  /**
   * From where prims at or below {@code prim} came to where they are; prims that are removed are
   * left out.
   */
  MapFunction mapBelow(Path prim) {
    Map<Path, @Nullable Path> pairs = new HashMap<>();
    for (Relocation relocation : bySource.values()) {
      Path origin = origin(relocation.source());
      Path from = origin.hasPrefix(prim) ? origin : relocation.source();
      if (relocation.target() != null && from.hasPrefix(prim)) {
        pairs.put(from, relocation.target());
      }
    }
    return pairs.isEmpty() ? MapFunction.IDENTITY : MapFunction.relocations(pairs);
  }

  /**
   * The first step of chapter 9.2: child names as they are after this layer stack's relocations.
   */
  List<String> rename(Path parent, List<String> names, Set<String> prohibited) {
    if (isEmpty()) {
      return names;
    }
    List<String> result = new ArrayList<>(names);
    TreeSet<String> arriving = new TreeSet<>();
    for (Relocation relocation : bySource.values()) {
      Path source = relocation.source();
      Path target = relocation.target();
      boolean arrives = target != null && target.parent() == parent;
      if (source.parent() == parent) {
        prohibited.add(source.name());
        int place = result.indexOf(source.name());
        if (place >= 0) {
          result.remove(place);
          if (arrives && target != null && !result.contains(target.name())) {
            result.add(place, target.name());
          }
        }
      } else if (arrives && target != null) {
        arriving.add(target.name());
      }
    }
    arriving.removeAll(result);
    result.addAll(arriving);
    return result;
  }
}
