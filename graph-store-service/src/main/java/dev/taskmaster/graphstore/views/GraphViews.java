package dev.taskmaster.graphstore.views;

import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.ledger.NodeRecord;
import dev.taskmaster.graphstore.ledger.TaskLedger;
import dev.taskmaster.graphstore.ledger.Texts;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.GraphView.LayerView;
import dev.taskmaster.views.NodeView;

/** A task's graph and layers as people see them. */
public final class GraphViews {
  private GraphViews() {}

  public static GraphView of(TaskLedger ledger, Texts texts) {
    var layers =
        ledger.record().layers().stream()
            .map(
                layer ->
                    new LayerView(
                        layer.name(),
                        layer.author(),
                        layer.text().hash(),
                        texts.text(layer.text().hash()).orElse("")))
            .toList();
    return new GraphView(
        ledger.id(),
        ledger.record().round(),
        ledger.present().stream().map(GraphViews::node).toList(),
        layers);
  }

  private static NodeView node(NodeRecord node) {
    var progress = node.progress();
    var plan = node.plan();
    return new NodeView(
        plan.path(),
        plan.kind(),
        node.state(),
        plan.lane(),
        plan.label(),
        plan.dependsOn(),
        plan.opinions(),
        node.state() == NodeState.SUCCEEDED ? progress.result() : null,
        progress.amount(),
        progress.millis(),
        progress.runs());
  }
}
