package dev.taskmaster.planner.refinement;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes of a graph whose inputs a correction can make better, and what they read already. */
final class CorrectableNodes {
  static final NodePath TASK = new NodePath("/Task");
  private static final Set<NodeKind> KINDS =
      Set.of(NodeKind.LLM, NodeKind.LLM_CHANGE, NodeKind.DISAGGREGATE);

  private final Map<NodePath, NodeSketch> graph = new LinkedHashMap<>();
  private final Map<NodePath, NodeSketch> correctable = new LinkedHashMap<>();

  private CorrectableNodes() {}

  /**
   * The nodes that {@code failed} came from: what it does not depend on cannot have been at fault,
   * and may belong to a plan that no longer counts.
   */
  static CorrectableNodes of(WorkOrder order, NodePath failed) {
    var nodes = new CorrectableNodes();
    order.graph().forEach(node -> nodes.graph.put(node.node(), node));
    var concerned = new LinkedHashSet<>(nodes.upstream(failed));
    concerned.add(failed);
    // A plan for which no model was asked for steps does not become another by a note.
    boolean askedForSteps = concerned.stream().anyMatch(path -> path.name().equals("Steps"));
    order.graph().stream()
        .filter(node -> concerned.contains(node.node()))
        .filter(node -> KINDS.contains(node.kind()))
        .filter(node -> askedForSteps || node.kind() != NodeKind.DISAGGREGATE)
        .forEach(node -> nodes.correctable.put(node.node(), node));
    return nodes;
  }

  List<NodeSketch> all() {
    return List.copyOf(correctable.values());
  }

  /** The node called so, by its path or, where that is unambiguous, by its name. */
  Optional<NodePath> find(String written) {
    if (written.equals(TASK.value()) || written.equals(TASK.name())) {
      return Optional.of(TASK);
    }
    var named =
        correctable.keySet().stream()
            .filter(path -> path.value().equals(written) || path.name().equals(written))
            .toList();
    return named.size() == 1
        ? Optional.of(named.getFirst())
        : named.stream().filter(path -> path.value().equals(written)).findFirst();
  }

  Optional<NodeSketch> node(NodePath path) {
    return Optional.ofNullable(graph.get(path));
  }

  /**
   * The change nearest before {@code failed}, else another node that can be corrected, else the
   * task.
   */
  NodePath nearestBefore(NodePath failed) {
    if (correctable.containsKey(failed)) {
      return failed;
    }
    var upstream = upstream(failed);
    return upstream.stream()
        .filter(path -> kindOf(path).filter(NodeKind.LLM_CHANGE::equals).isPresent())
        .findFirst()
        .or(() -> upstream.stream().filter(correctable::containsKey).findFirst())
        .or(() -> newest(NodeKind.LLM_CHANGE))
        .or(() -> newest(NodeKind.LLM))
        .orElse(TASK);
  }

  /** Paths and queries a node reads already. */
  Set<String> readings(NodePath path) {
    var read = new LinkedHashSet<String>();
    var node = graph.get(path);
    if (node == null) {
      return read;
    }
    read.addAll(texts(node, "reads"));
    for (var before : node.dependsOn()) {
      var context = graph.get(before);
      if (context != null) {
        read.add(text(context, "path"));
        read.add(text(context, "query"));
      }
    }
    read.remove("");
    return read;
  }

  static String text(NodeSketch node, String name) {
    var opinion = node.opinions().get(name);
    return opinion == null ? "" : String.valueOf(opinion.value());
  }

  static List<String> texts(NodeSketch node, String name) {
    var opinion = node.opinions().get(name);
    return opinion != null && opinion.value() instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Breadth first, of the dependencies of one node the last first: what ran last is nearest. */
  private List<NodePath> upstream(NodePath from) {
    var seen = new LinkedHashSet<NodePath>();
    var open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      var node = graph.get(open.poll());
      if (node != null) {
        node.dependsOn().reversed().stream().filter(seen::add).forEach(open::add);
      }
    }
    return new ArrayList<>(seen);
  }

  private Optional<NodeKind> kindOf(NodePath path) {
    return Optional.ofNullable(graph.get(path)).map(NodeSketch::kind);
  }

  private Optional<NodePath> newest(NodeKind kind) {
    return correctable.values().stream()
        .filter(node -> node.kind() == kind)
        .map(NodeSketch::node)
        .reduce((first, last) -> last);
  }
}
