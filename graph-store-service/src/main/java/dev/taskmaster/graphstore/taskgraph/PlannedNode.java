package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.Topics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node as its layers compose it: what is to be done, not how far it is.
 *
 * @param opinions composed attributes by name, each with who said it
 * @param dependsOn what has to succeed first; those of {@code context} included
 * @param context those whose results the node reads
 */
public record PlannedNode(
    NodePath path,
    NodeKind kind,
    SortedMap<String, Opinion> opinions,
    List<NodePath> dependsOn,
    List<NodePath> context) {

  /** The tier of nodes for which nobody named one. */
  public static final String DEFAULT_TIER = "economy";

  public PlannedNode {
    opinions = Collections.unmodifiableSortedMap(new TreeMap<>(opinions));
    dependsOn = List.copyOf(dependsOn);
    context = List.copyOf(context);
  }

  public PlannedNode(
      NodePath path,
      NodeKind kind,
      Map<String, Opinion> opinions,
      List<NodePath> dependsOn,
      List<NodePath> context) {
    this(path, kind, new TreeMap<>(opinions), dependsOn, context);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(opinions.get(name)).map(opinion -> String.valueOf(opinion.value()));
  }

  /** What people and prompts call it. */
  public String label() {
    return text("label")
        .or(() -> text(kind == NodeKind.CONTEXT_SEARCH ? "query" : "path"))
        .orElse(path.name());
  }

  /** Where it is dispatched to. */
  public String lane() {
    return switch (kind.worker()) {
      case PLANNER -> Topics.PLANNING_LANE;
      case REVIEWER -> Topics.REVIEW_LANE;
      case EXECUTOR -> kind.callsModel() ? text("tier").orElse(DEFAULT_TIER) : Topics.TOOL_LANE;
    };
  }

  PlannedNode dependingOn(List<NodePath> order, List<NodePath> read) {
    return new PlannedNode(path, kind, opinions, order, read);
  }
}
