package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an earlier plan put at the same place; nothing where this is the first. */
final class OldPlan {
  private static final Pattern NOT_PLANNED =
      Pattern.compile("Plan|Review|Deliver|Explain|Refine\\d*");
  private static final Pattern TAUGHT = Pattern.compile("Ctx_r\\d.*");
  private static final Set<NodeKind> CONTEXT_KINDS =
      Set.of(NodeKind.CONTEXT_FILE, NodeKind.CONTEXT_SEARCH);
  private static final Set<NodeKind> NEVER_PLANNED =
      Set.of(NodeKind.REVIEW, NodeKind.REFINE, NodeKind.DELIVER);

  private final Map<NodePath, NodeSketch> nodes = new LinkedHashMap<>();

  private OldPlan() {}

  /**
   * The nodes directly below {@code base} that a planner made.
   *
   * @param graph empty on the first planning
   */
  static OldPlan of(List<NodeSketch> graph, NodePath base) {
    var old = new OldPlan();
    graph.stream()
        .filter(node -> node.node().value().equals(base.child(node.node().name()).value()))
        .filter(node -> !NOT_PLANNED.matcher(node.node().name()).matches())
        .filter(node -> !NEVER_PLANNED.contains(node.kind()))
        .filter(node -> !node.opinions().containsKey("after"))
        .forEach(node -> old.nodes.put(node.node(), node));
    return old;
  }

  boolean isEmpty() {
    return nodes.isEmpty();
  }

  boolean has(NodePath path) {
    return nodes.containsKey(path);
  }

  /** Everything but {@code kept} and the context that rounds taught. */
  List<NodePath> allBut(Set<NodePath> kept) {
    return paths(node -> !kept.contains(node.node()));
  }

  /** The steps but {@code kept}. */
  List<NodePath> stepsBut(Set<NodePath> kept) {
    return paths(node -> !kept.contains(node.node()) && !isContext(node) && !isSteps(node));
  }

  /** The context but {@code kept}, and the steps: they are planned again once it is there. */
  List<NodePath> contextBut(Set<NodePath> kept) {
    return paths(node -> !kept.contains(node.node()) && !isSteps(node));
  }

  private List<NodePath> paths(Predicate<NodeSketch> wanted) {
    return nodes.values().stream()
        .filter(node -> !TAUGHT.matcher(node.node().name()).matches())
        .filter(wanted)
        .map(NodeSketch::node)
        .toList();
  }

  private static boolean isContext(NodeSketch node) {
    return CONTEXT_KINDS.contains(node.kind());
  }

  private static boolean isSteps(NodeSketch node) {
    return node.node().name().equals("Steps");
  }

  /** The node that supplied this already. */
  Optional<NodePath> supplying(ContextItem item) {
    return nodes.values().stream()
        .filter(node -> CONTEXT_KINDS.contains(node.kind()) && says(node, item))
        .map(NodeSketch::node)
        .findFirst();
  }

  /** Lines about the steps, for a model that plans again. */
  String steps() {
    return nodes.values().stream()
        .filter(
            node -> !CONTEXT_KINDS.contains(node.kind()) && node.kind() != NodeKind.APPLY_CHANGE)
        .filter(node -> !node.node().name().equals("Steps"))
        .map(
            node ->
                "- %s (%s, %s): %s"
                    .formatted(
                        node.node().name(),
                        node.kind().wireName(),
                        node.state().wireName(),
                        text(node, "goal")))
        .collect(Collectors.joining("\n"));
  }

  /** Lines about the context. */
  String contexts() {
    return nodes.values().stream()
        .filter(node -> CONTEXT_KINDS.contains(node.kind()))
        .map(node -> "- " + text(node, "path") + text(node, "query"))
        .collect(Collectors.joining("\n"));
  }

  private static boolean says(NodeSketch node, ContextItem item) {
    return switch (item) {
      case ContextItem.File(String path) -> text(node, "path").equals(path);
      case ContextItem.Search(String query) -> text(node, "query").equals(query);
    };
  }

  private static String text(NodeSketch node, String name) {
    var opinion = node.opinions().get(name);
    return opinion == null ? "" : String.valueOf(opinion.value());
  }
}
