package dev.taskmaster.planner.layers;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimEditor;
import dev.taskmaster.composition.layer.Reference;
import dev.taskmaster.composition.text.UsdaWriter;
import dev.taskmaster.events.NodePath;
import java.util.List;

/** A layer for a task's stage while it is being written. */
public final class LayerText {
  private final LayerBuilder layer;

  /**
   * @param name how the layer is called in messages
   */
  public LayerText(String name) {
    layer = Layer.builder(name).defaultPrim("Task");
    layer.over("/Task");
  }

  /** Brings in the graph of an earlier task. */
  public LayerText reference(String asset) {
    layer
        .over("/Task")
        .references(ListOp.Edit.EXPLICIT, List.of(Reference.to(asset, Path.parse("/Task"))));
    return this;
  }

  /** Adds a node. */
  public LayerText define(PlannedNode node) {
    var prim =
        layer
            .def(node.path().value())
            .inherits(ListOp.Edit.EXPLICIT, List.of(Path.parse("/_class_" + node.className())));
    Attributes.set(prim, "kind", node.kind().wireName());
    node.attributes().forEach((name, value) -> Attributes.set(prim, name, value));
    link(prim, "dependsOn", node.dependsOn());
    link(prim, "context", node.context());
    return this;
  }

  /** Adds a node that counts even where a weaker plan has put away one of its name. */
  public LayerText defineAgain(PlannedNode node) {
    define(node);
    layer.prim(node.path().value()).active(true);
    return this;
  }

  /** Says something about a node that is there. */
  public LayerText say(NodePath node, String attribute, Object value) {
    Attributes.set(layer.over(node.value()), attribute, value);
    return this;
  }

  /** Makes a node that is there wait for more. */
  public LayerText wait(NodePath node, List<NodePath> before) {
    layer.over(node.value()).appendTargets("dependsOn", texts(before));
    return this;
  }

  /** Lets a node that is there read more. */
  public LayerText read(NodePath node, NodePath context) {
    layer.over(node.value()).appendTargets("context", context.value());
    return this;
  }

  /** Takes a node that is there out of the graph. */
  public LayerText retire(NodePath node) {
    layer.over(node.value()).active(false);
    return this;
  }

  /** In USD's text format. */
  public String text() {
    return UsdaWriter.write(layer.build());
  }

  private static void link(PrimEditor prim, String name, List<NodePath> targets) {
    if (!targets.isEmpty()) {
      prim.targets(name, texts(targets));
    }
  }

  private static String[] texts(List<NodePath> paths) {
    return paths.stream().map(NodePath::value).toArray(String[]::new);
  }
}
