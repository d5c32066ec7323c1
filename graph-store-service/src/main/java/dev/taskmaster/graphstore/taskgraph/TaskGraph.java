package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.events.NodePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a task in plan order: what has to come first comes first, otherwise as composed.
 *
 * @param task the opinions on {@code /Task}
 * @param problems what is wrong with it: a graph with problems may be shown, not run
 */
public record TaskGraph(
    Map<String, Opinion> task, Map<NodePath, PlannedNode> nodes, List<Problem> problems) {

  public TaskGraph {
    task = Map.copyOf(task);
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    problems = List.copyOf(problems);
  }

  /**
   * Something wrong with a graph.
   *
   * @param dangling whether it only speaks of something that is not there, which can be overlooked
   *     where a planner's part of the graph is missing for the moment
   */
  public record Problem(boolean dangling, String text) {}

  /** Reads the nodes out of what was composed and orders those that change files. */
  public static TaskGraph of(ComposedGraph composed) {
    var problems = new ArrayList<Problem>();
    composed.errors().forEach(error -> problems.add(new Problem(false, error)));
    var nodes = new LinkedHashMap<NodePath, PlannedNode>();
    for (var prim : composed.prims()) {
      NodeReading.read(prim, problems).ifPresent(node -> nodes.put(node.path(), node));
    }
    NodeReading.dropUnknownTargets(nodes, problems);
    PlanLeaves.attach(nodes);
    var cycle = Order.findCycle(nodes);
    if (cycle.isPresent()) {
      problems.add(new Problem(false, "the nodes wait for each other: " + cycle.get()));
      return new TaskGraph(composed.task(), nodes, problems);
    }
    Order.serialiseChanges(nodes);
    var ordered = new LinkedHashMap<NodePath, PlannedNode>();
    Order.topological(nodes).forEach(node -> ordered.put(node.path(), node));
    return new TaskGraph(composed.task(), ordered, problems);
  }

  public Optional<PlannedNode> node(NodePath path) {
    return Optional.ofNullable(nodes.get(path));
  }

  /** What the task is for, with what earlier rounds noted on it. */
  public String description() {
    var text = new StringBuilder(word(task.get("description")));
    task.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("notes:"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> text.append("\n\nNote: ").append(word(entry.getValue())));
    return text.toString();
  }

  private static String word(@Nullable Opinion opinion) {
    return opinion == null ? "" : String.valueOf(opinion.value());
  }
}
