package dev.taskmaster.graphstore.adapter.composition;

import dev.taskmaster.composition.layer.AttributeSpec;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;
import dev.taskmaster.composition.layer.PropertySpec;
import dev.taskmaster.composition.layer.RelationshipSpec;
import dev.taskmaster.composition.layer.Specifier;
import dev.taskmaster.composition.text.UsdaWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One layer out of the plan layers of a task. Stronger layers win; planning nodes and what points
 * to them are left out, as a later task that references the layer has planned by doing so.
 */
final class DefinitionLayer {
  private static final Path TASK = Path.parse("/Task");

  private DefinitionLayer() {}

  /** The layer's text; empty where the plans say nothing about work. */
  static String of(List<Layer> plans, List<String> without) {
    var dropped = new HashSet<>(without.stream().map(Path::parse).toList());
    var merged = Layer.builder("definition").defaultPrim("Task");
    merged.def("/Task");
    int nodes = 0;
    for (var plan : plans.reversed()) {
      for (var path : plan.primPaths().stream().sorted().toList()) {
        var spec = plan.prim(path);
        if (spec != null && path.hasPrefix(TASK) && !isDropped(path, dropped)) {
          merge(merged, plan, spec, dropped);
          nodes += path.depth() > 1 || !spec.references().isNone() ? 1 : 0;
        }
      }
    }
    return nodes == 0 ? "" : UsdaWriter.write(merged.build());
  }

  private static boolean isDropped(Path path, Set<Path> dropped) {
    return dropped.stream().anyMatch(path::hasPrefix);
  }

  private static void merge(LayerBuilder merged, Layer plan, PrimSpec spec, Set<Path> dropped) {
    var prim = merged.prim(spec.path());
    if (spec.specifier() == Specifier.DEF) {
      prim.specifier(Specifier.DEF);
    }
    if (!spec.inherits().isNone()) {
      for (var edit : ListOp.Edit.values()) {
        var items = spec.inherits().items(edit);
        if (items != null) {
          prim.inherits(edit, items);
        }
      }
    }
    for (var edit : ListOp.Edit.values()) {
      var items = spec.references().items(edit);
      if (items != null) {
        prim.references(edit, items);
      }
    }
    for (var name : spec.properties()) {
      var property = plan.property(spec.path().property(name));
      if (property != null) {
        prim.property(cleaned(property, dropped));
      }
    }
  }

  private static PropertySpec cleaned(PropertySpec property, Set<Path> dropped) {
    return switch (property) {
      case AttributeSpec attribute -> attribute;
      case RelationshipSpec rel -> {
        ListOp<Path> kept = ListOp.none();
        for (var edit : ListOp.Edit.values()) {
          var items = rel.paths().items(edit);
          if (items != null) {
            kept =
                kept.with(edit, items.stream().filter(path -> !isDropped(path, dropped)).toList());
          }
        }
        yield new RelationshipSpec(rel.path(), rel.custom(), rel.varying(), kept, rel.metadata());
      }
    };
  }
}
