package dev.taskmaster.claims;

import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.SourceSnapshot;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TreeId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a worker needs for one attempt at a node: its composed opinions, what its dependencies
 * returned, and the project's state.
 *
 * @param description what the task is for, notes of earlier rounds on it included
 * @param opinions the node's composed attributes by name, each with who said it
 * @param inputs the results of its dependencies, in the order of {@code dependsOn}
 * @param files the project's state it works on
 * @param graph the whole graph, for {@code refine} and for planning again; else empty
 * @param failure what went wrong, for {@code refine}; else null
 * @param reserved the price granted for this attempt
 */
public record WorkOrder(
    TaskId task,
    NodePath node,
    NodeKind kind,
    int attempt,
    long epoch,
    int round,
    String description,
    ProjectSnapshot project,
    SourceSnapshot source,
    TaskOptions options,
    Map<String, Opinion> opinions,
    List<Input> inputs,
    Files files,
    List<NodeSketch> graph,
    @Nullable FailureReport failure,
    BigDecimal reserved) {

  public WorkOrder {
    opinions = Map.copyOf(opinions);
    inputs = List.copyOf(inputs);
    graph = List.copyOf(graph);
  }

  /** The text said for {@code name}; empty where nobody said anything. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(opinions.get(name)).map(opinion -> String.valueOf(opinion.value()));
  }

  /** The number said for {@code name}; empty where nobody said one. */
  public Optional<Double> number(String name) {
    return Optional.ofNullable(opinions.get(name))
        .map(Opinion::value)
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).doubleValue());
  }

  /** The list said for {@code name}; empty where nobody said one. */
  public List<String> list(String name) {
    var opinion = opinions.get(name);
    return opinion != null && opinion.value() instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The notes for the node, oldest round first. */
  public List<String> notes() {
    return opinions.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("notes:"))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> String.valueOf(entry.getValue().value()))
        .toList();
  }

  /**
   * One composed value.
   *
   * @param value a string, a number, a boolean or a list of strings
   * @param layer the layer that said it
   * @param path where in that layer
   */
  public record Opinion(Object value, String layer, String path) {}

  /**
   * What a dependency returned.
   *
   * @param context whether it is context to read, rather than only something to wait for
   * @param label what it is called in a prompt: a path, a query, a name
   */
  public record Input(
      NodePath node, NodeKind kind, boolean context, String label, NodeResult result) {}

  /**
   * The state of the project's files.
   *
   * @param tree what the node sees: the newest tree before it in the graph, else the base
   * @param commit the commit of that tree on the task's branch, or the base commit
   */
  public record Files(CommitId baseCommit, TreeId baseTree, TreeId tree, CommitId commit) {}

  /** A node of the graph as a planner needs it. */
  public record NodeSketch(
      NodePath node,
      NodeKind kind,
      NodeState state,
      Map<String, Opinion> opinions,
      List<NodePath> dependsOn,
      @Nullable NodeResult result) {
    public NodeSketch {
      opinions = Map.copyOf(opinions);
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /**
   * What a round failed with.
   *
   * @param node the node that failed or rejected
   * @param firstLine the failure in a line, the same failure giving the same line
   * @param earlier first lines of the failures of earlier rounds, oldest first
   */
  public record FailureReport(
      NodePath node, String firstLine, List<Finding> findings, List<String> earlier) {
    public FailureReport {
      findings = List.copyOf(findings);
      earlier = List.copyOf(earlier);
    }
  }
}
