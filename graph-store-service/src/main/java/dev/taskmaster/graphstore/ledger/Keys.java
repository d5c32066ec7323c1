package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.graphstore.results.ResultId;
import dev.taskmaster.graphstore.results.ResultKey;
import dev.taskmaster.graphstore.results.Sharing;
import dev.taskmaster.graphstore.taskgraph.Order;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of nodes within their task. */
final class Keys {
  private Keys() {}

  /** The key that the node has with the present results of what it depends on. */
  static ResultKey of(Draft draft, PlannedNode node) {
    var dependencies =
        node.dependsOn().stream()
            .flatMap(path -> draft.node(path).stream())
            .map(
                before ->
                    new ResultKey.Dependency(
                        before.path(),
                        before.kind(),
                        before.progress().result() == null
                            ? ""
                            : before.progress().result().hash()))
            .toList();
    return ResultKey.of(
        node,
        new ResultKey.Surroundings(
            draft.graph().description(),
            tree(draft, node.path())
                .map(NodeResult.Tree::hash)
                .orElse(draft.submitted.source().tree().value()),
            dependencies,
            draft.submitted.project(),
            draft.submitted.options()));
  }

  /** The newest state of the files before a node; empty where nothing has changed them. */
  static Optional<NodeResult.Tree> tree(Draft draft, NodePath path) {
    var plans = draft.plans();
    var before = Order.ancestors(plans, path);
    NodeResult.@Nullable Tree newest = null;
    for (var node : Order.topological(plans)) {
      if (before.contains(node.path())
          && draft.existing(node.path()).progress().result() instanceof NodeResult.Tree tree) {
        newest = tree;
      }
    }
    return Optional.ofNullable(newest);
  }

  static Optional<ResultId> id(Draft draft, PlannedNode node, String key) {
    return Sharing.id(node.kind(), draft.task(), draft.submitted.project().id(), key);
  }
}
