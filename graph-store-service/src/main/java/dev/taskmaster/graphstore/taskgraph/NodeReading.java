package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.events.InvalidIdException;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.graphstore.taskgraph.TaskGraph.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads single nodes out of composed prims and says what is wrong with them. */
final class NodeReading {
  private static final String KINDS =
      Arrays.stream(NodeKind.values()).map(NodeKind::wireName).collect(Collectors.joining(", "));

  private NodeReading() {}

  static Optional<PlannedNode> read(ComposedGraph.Prim prim, List<Problem> problems) {
    var kind = prim.opinions().get("kind");
    if (kind == null) {
      problems.add(
          prim.defined()
              ? new Problem(false, prim.path() + " has no kind; a node is one of " + KINDS)
              : new Problem(true, prim.path() + " is not a node of the graph"));
      return Optional.empty();
    }
    var known = NodeKind.named(String.valueOf(kind.value()));
    if (known.isEmpty()) {
      problems.add(
          new Problem(
              false,
              "%s is of the unknown kind '%s'; known are %s"
                  .formatted(prim.path(), kind.value(), KINDS)));
      return Optional.empty();
    }
    if (!prim.defined()) {
      problems.add(new Problem(true, prim.path() + " is not a node of the graph"));
      return Optional.empty();
    }
    return path(prim.path(), problems).map(path -> node(path, known.get(), prim, problems));
  }

  private static PlannedNode node(
      NodePath path, NodeKind kind, ComposedGraph.Prim prim, List<Problem> problems) {
    var context = paths(prim.context(), problems);
    var order = new LinkedHashSet<>(paths(prim.dependsOn(), problems));
    order.addAll(context);
    return new PlannedNode(path, kind, prim.opinions(), List.copyOf(order), context);
  }

  private static List<NodePath> paths(List<String> texts, List<Problem> problems) {
    return texts.stream().flatMap(text -> path(text, problems).stream()).toList();
  }

  private static Optional<NodePath> path(String text, List<Problem> problems) {
    try {
      return Optional.of(new NodePath(text));
    } catch (InvalidIdException e) {
      problems.add(new Problem(false, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  static void dropUnknownTargets(Map<NodePath, PlannedNode> nodes, List<Problem> problems) {
    nodes.replaceAll(
        (path, node) -> {
          var unknown = new ArrayList<>(node.dependsOn());
          unknown.removeIf(nodes::containsKey);
          if (unknown.isEmpty()) {
            return node;
          }
          // A refine node stays when its correction takes away the node that failed.
          unknown.stream()
              .filter(target -> node.kind() != NodeKind.REFINE)
              .forEach(
                  target ->
                      problems.add(
                          new Problem(
                              true,
                              path + " depends on " + target + ", which is not in the graph")));
          return node.dependingOn(
              node.dependsOn().stream().filter(nodes::containsKey).toList(),
              node.context().stream().filter(nodes::containsKey).toList());
        });
  }
}
