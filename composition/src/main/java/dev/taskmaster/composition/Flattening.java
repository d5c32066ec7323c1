package dev.taskmaster.composition;

import dev.taskmaster.composition.layer.AttributeSpec;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimEditor;
import dev.taskmaster.composition.layer.RelationshipSpec;
import dev.taskmaster.composition.layer.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One layer without arcs that says what a whole stage says. */
final class Flattening {

  private static final List<String> FIELDS =
      List.of(
          "active",
          "apiSchemas",
          "assetInfo",
          "comment",
          "customData",
          "displayName",
          "documentation",
          "hidden",
          "kind");

  private final LayerBuilder layer;

  private Flattening(String identifier) {
    this.layer = Layer.builder(identifier);
  }

  static Layer flatten(Stage stage, String identifier) {
    Flattening flattening = new Flattening(identifier);
    stage.defaultPrim().ifPresent(path -> flattening.layer.defaultPrim(path.name()));
    stage.traverseAll().forEach(flattening::add);
    return flattening.layer.build();
  }

  private void add(Prim prim) {
    PrimEditor editor =
        layer.prim(prim.path()).specifier(prim.specifier()).typeName(prim.typeName());
    for (String field : FIELDS) {
      prim.metadata(field).ifPresent(value -> editor.metadata(field, value));
    }
    prim.attributeNames().forEach(name -> addAttribute(prim, name, editor));
    for (String name : prim.relationshipNames()) {
      Path path = prim.path().property(name);
      ListOp<Path> targets = ListOp.explicit(prim.targets(name));
      editor.property(new RelationshipSpec(path, true, false, targets, new TreeMap<>()));
    }
  }

  private static void addAttribute(Prim prim, String name, PrimEditor editor) {
    Path path = prim.path().property(name);
    String type = prim.attributeType(name).orElse("token");
    List<Path> sources = prim.targets(name);
    ListOp<Path> connections = sources.isEmpty() ? ListOp.none() : ListOp.explicit(sources);
    Optional<Value> value = prim.value(name);
    editor.property(
        new AttributeSpec(
            path, type, "varying", true, value.orElse(null), null, connections, new TreeMap<>()));
  }
}
