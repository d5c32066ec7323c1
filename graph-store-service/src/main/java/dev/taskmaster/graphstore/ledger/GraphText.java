package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;
import java.util.List;
import java.util.stream.Collectors;

/** A graph as people read it in a line per node. */
public final class GraphText {
  private GraphText() {}

  public static String of(List<PlannedNode> nodes) {
    return nodes.stream().map(GraphText::line).collect(Collectors.joining("\n"));
  }

  private static String line(PlannedNode node) {
    var after = node.dependsOn().stream().map(NodePath::name).collect(Collectors.joining(", "));
    return "%s (%s)%s%s"
        .formatted(
            node.path(),
            node.kind().wireName(),
            node.text("goal").or(() -> node.text("command")).map(goal -> ": " + goal).orElse(""),
            after.isEmpty() ? "" : " after " + after);
  }
}
