package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Everything a worker needs for an attempt. */
final class WorkOrders {
  private WorkOrders() {}

  static WorkOrder of(Draft draft, NodeRecord node) {
    var submitted = draft.submitted;
    var refining = node.kind() == NodeKind.REFINE;
    return new WorkOrder(
        draft.task(),
        node.path(),
        node.kind(),
        node.progress().attempt(),
        node.progress().epoch(),
        draft.round,
        draft.graph().description(),
        submitted.project(),
        submitted.source(),
        submitted.options(),
        node.plan().opinions(),
        inputs(draft, node),
        files(draft, node),
        refining || plansAgain(draft, node) ? sketches(draft) : List.of(),
        refining ? draft.failure : null,
        draft.reservations.stream()
            .filter(
                held -> held.isFor(node.path(), node.progress().attempt(), node.progress().epoch()))
            .map(Reservation::amount)
            .findFirst()
            .orElse(BigDecimal.ZERO));
  }

  private static boolean plansAgain(Draft draft, NodeRecord node) {
    return node.kind() == NodeKind.DISAGGREGATE
        && node.progress().runs().stream().anyMatch(run -> run.how().equals("ran"));
  }

  private static List<WorkOrder.Input> inputs(Draft draft, NodeRecord node) {
    return node.plan().dependsOn().stream()
        .flatMap(path -> draft.node(path).stream())
        .flatMap(
            before -> {
              var result = before.progress().result();
              return result == null
                  ? Stream.<WorkOrder.Input>empty()
                  : Stream.of(
                      new WorkOrder.Input(
                          before.path(),
                          before.kind(),
                          node.plan().context().contains(before.path()),
                          before.plan().label(),
                          result));
            })
        .toList();
  }

  private static WorkOrder.Files files(Draft draft, NodeRecord node) {
    var source = draft.submitted.source();
    var newest = Keys.tree(draft, node.path());
    return new WorkOrder.Files(
        source.commit(),
        source.tree(),
        newest.map(NodeResult.Tree::tree).orElse(source.tree()),
        newest.map(NodeResult.Tree::commit).orElse(source.commit()));
  }

  /** The whole graph, nodes of a plan that is being replaced included. */
  private static List<NodeSketch> sketches(Draft draft) {
    return draft.nodes.values().stream()
        .map(
            node ->
                new NodeSketch(
                    node.path(),
                    node.kind(),
                    node.state(),
                    node.plan().opinions(),
                    node.plan().dependsOn(),
                    node.progress().result()))
        .toList();
  }
}
