package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.graphstore.taskgraph.AuthoredLayer.AuthoredPrim;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks what planners wrote before anything of it runs. It is deterministic, and a planner is
 * believed nothing: a layer that passes can only add or advise work that its author may ask for.
 */
public final class Guard {
  /** More nodes than this are refused in one graph. */
  public static final int MAX_NODES = 200;

  /** Nodes may lie so many levels below {@code /Task}. */
  public static final int MAX_DEPTH = 6;

  private static final Pattern LEGAL_PATH =
      Pattern.compile("/Task(/[A-Za-z_][A-Za-z0-9_]{0,63}){0," + MAX_DEPTH + "}");

  /** Kinds that only the graph store and its templates add. */
  private static final Set<NodeKind> RESERVED =
      EnumSet.of(NodeKind.REFINE, NodeKind.REVIEW, NodeKind.DELIVER);

  /** What a correction must not say about a node that is already there. */
  private static final Set<String> CAPABILITIES = Set.of("kind", "command", "after", "question");

  private Guard() {}

  /**
   * Objections to a layer of a planning node.
   *
   * @param before the graph as it was without the layer
   * @param planned planning nodes that are done, the layer's author among them
   */
  public static List<String> toPlan(AuthoredLayer layer, TaskGraph before, Set<NodePath> planned) {
    var objections = toForm(layer);
    var closing = PlanLeaves.closing(before.nodes());
    for (var prim : layer.prims()) {
      if (prim.path().equals("/Task") && !prim.properties().isEmpty()) {
        objections.add("a plan says nothing about /Task itself, but this one sets " + names(prim));
      }
      known(prim.path(), before)
          .filter(node -> closing.contains(node.path()) || isOutOfReach(prim, node, planned))
          .ifPresent(node -> objections.add("a plan must not touch " + node.path()));
    }
    return objections;
  }

  /** Other planners may be made to wait, until they have planned; nothing else is said to them. */
  private static boolean isOutOfReach(AuthoredPrim prim, PlannedNode node, Set<NodePath> planned) {
    return switch (node.kind()) {
      case REFINE -> true;
      case DISAGGREGATE ->
          planned.contains(node.path()) || !prim.properties().equals(Set.of("dependsOn"));
      default -> false;
    };
  }

  /** Objections to a layer of a refine node. */
  public static List<String> toCorrection(AuthoredLayer layer, TaskGraph before) {
    var objections = toForm(layer);
    for (var prim : layer.prims()) {
      if (prim.path().equals("/Task")) {
        prim.properties().stream()
            .filter(name -> !name.startsWith("notes:"))
            .forEach(name -> objections.add("a correction only notes on /Task, it sets " + name));
      }
      known(prim.path(), before).ifPresent(node -> toAdvice(prim, node, objections));
    }
    return objections;
  }

  private static void toAdvice(AuthoredPrim prim, PlannedNode node, List<String> objections) {
    if (RESERVED.contains(node.kind()) && node.kind() != NodeKind.REVIEW) {
      objections.add("a correction must not touch " + node.path());
    }
    prim.properties().stream()
        .filter(
            name ->
                node.kind() == NodeKind.REVIEW
                    ? !name.startsWith("notes:") && !name.equals("tier")
                    : CAPABILITIES.contains(name))
        .forEach(
            name ->
                objections.add(
                    "a correction must not change what %s may do: it sets %s"
                        .formatted(node.path(), name)));
  }

  /** Objections to the graph that a layer leads to. */
  public static List<String> toGraph(TaskGraph before, TaskGraph after) {
    var objections = new ArrayList<String>();
    after.problems().forEach(problem -> objections.add(problem.text()));
    if (after.nodes().size() > MAX_NODES) {
      objections.add(
          "the graph has %d nodes, at most %d are allowed"
              .formatted(after.nodes().size(), MAX_NODES));
    }
    for (var node : after.nodes().values()) {
      if (!before.nodes().containsKey(node.path())) {
        toNewNode(node, objections);
      }
    }
    return objections;
  }

  private static void toNewNode(PlannedNode node, List<String> objections) {
    if (RESERVED.contains(node.kind())) {
      objections.add(
          "%s is of kind %s, which a plan must not add"
              .formatted(node.path(), node.kind().wireName()));
    }
    var needed =
        switch (node.kind()) {
          case CONTEXT_FILE -> "path";
          case CONTEXT_SEARCH -> "query";
          case COMMAND -> "command";
          case HUMAN -> "question";
          default -> "";
        };
    if (!needed.isEmpty() && node.text(needed).filter(text -> !text.isBlank()).isEmpty()) {
      objections.add(
          "%s is of kind %s and needs '%s'".formatted(node.path(), node.kind().wireName(), needed));
    }
    if (node.kind() == NodeKind.APPLY_CHANGE && node.dependsOn().isEmpty()) {
      objections.add(node.path() + " applies a change but depends on none");
    }
  }

  private static List<String> toForm(AuthoredLayer layer) {
    var objections = new ArrayList<String>();
    if (layer.prims().size() > MAX_NODES) {
      objections.add(
          "the layer has %d prims, at most %d are allowed"
              .formatted(layer.prims().size(), MAX_NODES));
      return objections;
    }
    if (!layer.subLayers().isEmpty()) {
      objections.add("the layer has sublayers: " + layer.subLayers());
    }
    layer.references().stream()
        .filter(asset -> Definitions.idOf(asset).isEmpty())
        .forEach(
            asset ->
                objections.add(
                    "the layer references @%s@; only graphs of earlier tasks may be referenced"
                        .formatted(asset)));
    layer.prims().stream()
        .map(AuthoredPrim::path)
        .filter(path -> !LEGAL_PATH.matcher(path).matches())
        .forEach(
            path ->
                objections.add(
                    "%s is no legal place for a node: names are letters, digits and _, at most %d levels below /Task"
                        .formatted(abridged(path), MAX_DEPTH)));
    return objections;
  }

  private static Optional<PlannedNode> known(String path, TaskGraph graph) {
    return LEGAL_PATH.matcher(path).matches() && !path.equals("/Task")
        ? graph.node(new NodePath(path))
        : Optional.empty();
  }

  private static String names(AuthoredPrim prim) {
    return String.join(", ", prim.properties().stream().sorted().toList());
  }

  private static String abridged(String path) {
    return path.length() <= 120 ? path : path.substring(0, 117) + "...";
  }
}
