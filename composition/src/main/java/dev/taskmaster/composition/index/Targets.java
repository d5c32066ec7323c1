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

/** Targets of relationships and connections of attributes (chapter 10.1). */
public final class Targets {

  private Targets() {}

  /** A spec of the property stack and the node that brought it. */
  public record Opinion(Node node, Layer layer, PropertySpec spec) {}

  /**
   * @param paths the composed list
   * @param deleted paths that some layer takes out
   */
  public record Result(List<Path> paths, Set<Path> deleted, List<CompositionError> errors) {}

  /**
   * @param opinions strongest first
   */
  public static Result compose(PrimIndex index, List<Opinion> opinions) {
    List<Path> paths = new ArrayList<>();
    Set<Path> deleted = new LinkedHashSet<>();
    Map<Path, CompositionError> errors = new LinkedHashMap<>();
    for (Opinion opinion : opinions.reversed()) {
      ListOp<Path> op = opinion.spec.paths();
      if (op.isNone()) {
        continue;
      }
      if (op.isExplicit()) {
        errors.clear();
        deleted.clear();
      }
      MapFunction map = opinion.node.mapToRoot();
      for (Path path : op.deleted()) {
        Path mapped = map.map(path);
        if (mapped != null) {
          deleted.add(mapped);
          errors.remove(path);
        }
      }
      paths =
          op.apply(
              paths,
              path -> {
                Path mapped = map.map(path);
                if (mapped == null) {
                  errors.put(path, external(index, opinion, path));
                }
                return mapped;
              });
    }
    return new Result(List.copyOf(paths), deleted, List.copyOf(errors.values()));
  }

  private static CompositionError external(PrimIndex index, Opinion opinion, Path path) {
    return new CompositionError(
        CompositionError.Kind.INVALID_EXTERNAL_TARGET_PATH,
        index.path(),
        opinion.layer.identifier(),
        opinion.spec.path(),
        "<" + path + "> has no name outside of the arc that brings it");
  }
}
