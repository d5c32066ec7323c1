package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.taskgraph.Composer.LayerText;
import dev.taskmaster.graphstore.taskgraph.Guard;
import dev.taskmaster.graphstore.taskgraph.LayerRef;
import dev.taskmaster.graphstore.taskgraph.LayerRole;
import dev.taskmaster.graphstore.taskgraph.UnreadableLayerException;
import dev.taskmaster.views.TaskView.Reuse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Layers that planning nodes return. */
final class Plans {
  private static final int OBJECTIONS_SHOWN = 5;

  private Plans() {}

  /**
   * The layer's name: {@code plan} for that of {@code /Task/Plan}, {@code plan_Steps} and so on.
   */
  static String layerName(NodePath author) {
    var below = author.value().substring("/Task/".length()).replace('/', '_');
    return below.equals("Plan") ? "plan" : "plan_" + below;
  }

  /** What the guard has against the layer; empty where it may be used. */
  static List<String> objections(Draft draft, NodePath author, NodeResult.Layer result) {
    var layer = new LayerRef(layerName(author), LayerRole.PLAN, author.value(), result.layer());
    try {
      var text = new LayerText(layer.name(), draft.text(layer.name(), layer.text()));
      var without = draft.layers.without(old -> old.name().equals(layer.name()));
      var objections =
          new ArrayList<>(
              Guard.toPlan(
                  draft.around.composer().read(text), draft.graph(), planned(draft, author)));
      if (objections.isEmpty()) {
        objections.addAll(Guard.toGraph(draft.graph(), draft.compose(without.with(layer))));
      }
      return shortened(objections);
    } catch (UnreadableLayerException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static Set<NodePath> planned(Draft draft, NodePath author) {
    var planned = new HashSet<NodePath>();
    planned.add(author);
    draft.present().stream()
        .filter(node -> node.state() == NodeState.SUCCEEDED)
        .forEach(node -> planned.add(node.path()));
    return planned;
  }

  static List<String> shortened(List<String> objections) {
    return objections.stream().distinct().limit(OBJECTIONS_SHOWN).toList();
  }

  /** Makes the layer part of the task. */
  static void use(Draft draft, NodeRecord author, NodeResult.Layer result) {
    var name = layerName(author.path());
    draft.layers =
        draft
            .layers
            .without(old -> old.name().equals(name))
            .with(new LayerRef(name, LayerRole.PLAN, author.path().value(), result.layer()));
    draft.stale = true;
    if (result.reusedFrom() != null) {
      draft.reuse = new Reuse(result.reusedFrom(), result.reuseScore(), true);
    } else if (result.reuseScore() > 0 && draft.reuse == null) {
      draft.reuse = new Reuse("", result.reuseScore(), false);
    }
  }
}
