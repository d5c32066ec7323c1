package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PropertySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Targets of relationships and connections of attributes (chapter 10.1). */
public final class Targets {

  private final PrimIndex index;
  private final Function<Path, PrimIndex> indexes;
  private final Map<Path, CompositionError> errors = new LinkedHashMap<>();
  private final Set<Path> deleted = new LinkedHashSet<>();
  private List<Path> paths = new ArrayList<>();

  private Targets(PrimIndex index, Function<Path, PrimIndex> indexes) {
    this.index = index;
    this.indexes = indexes;
  }

  /** A spec of the property stack and the node that brought it. */
  public record Opinion(Node node, Layer layer, PropertySpec spec) {}

  /**
   * A composed list.
   *
   * @param deleted paths that some layer takes out
   */
  public record Result(List<Path> paths, Set<Path> deleted, List<CompositionError> errors) {}

  /**
   * Composes the list of one property.
   *
   * @param opinions strongest first
   * @param indexes answers the index of any prim of the stage
   */
  public static Result compose(
      PrimIndex index, List<Opinion> opinions, Function<Path, PrimIndex> indexes) {
    Targets targets = new Targets(index, indexes);
    opinions.reversed().forEach(targets::apply);
    return new Result(
        List.copyOf(targets.paths), targets.deleted, List.copyOf(targets.errors.values()));
  }

  private void apply(Opinion opinion) {
    ListOp<Path> op = opinion.spec.paths();
    if (op.isNone()) {
      return;
    }
    if (op.isExplicit()) {
      errors.clear();
      deleted.clear();
    }
    List<Path> deletions = new ArrayList<>();
    for (Path path : op.deleted()) {
      Path mapped = opinion.node.mapToRoot().map(path);
      if (mapped != null) {
        deletions.add(mapped);
        deleted.add(mapped);
        errors.remove(mapped);
      }
    }
    ListOp<Path> rest =
        new ListOp<>(
            op.explicit(), List.of(), op.added(), op.prepended(), op.appended(), op.ordered());
    List<Path> remaining = new ArrayList<>(paths);
    remaining.removeAll(new LinkedHashSet<>(deletions));
    paths = rest.apply(remaining, path -> mapped(opinion, path));
  }

  private @Nullable Path mapped(Opinion opinion, Path path) {
    Path mapped = opinion.node.mapToRoot().map(path);
    if (mapped == null) {
      errors.put(
          path,
          error(
              CompositionError.Kind.INVALID_EXTERNAL_TARGET_PATH,
              opinion,
              path,
              " has no name outside of the arc that brings it"));
      return null;
    }
    if (isInstanceOfItsClass(opinion.node, path, mapped)) {
      errors.put(
          mapped,
          error(
              CompositionError.Kind.INVALID_INSTANCE_TARGET_PATH,
              opinion,
              path,
              " is an instance of the class that points to it"));
      return null;
    }
    return mapped;
  }

  private boolean isInstanceOfItsClass(Node node, Path path, Path mapped) {
    Path classPath = node.introPath();
    if (node.arc != ArcType.INHERIT || path.hasPrefix(classPath)) {
      return false;
    }
    return indexes.apply(mapped.primPart()).nodes().stream()
        .anyMatch(
            each ->
                each.arc == ArcType.INHERIT
                    && each.layerStack == node.layerStack
                    && each.path.hasPrefix(classPath));
  }

  private CompositionError error(
      CompositionError.Kind kind, Opinion opinion, Path path, String problem) {
    return new CompositionError(
        kind,
        index.path(),
        opinion.layer.identifier(),
        opinion.spec.path(),
        "<" + path + ">" + problem);
  }
}
