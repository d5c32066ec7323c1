package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.claims.WorkOrder.Input;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.planner.layers.PlannedNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes of steps. A change becomes the model's node and the node that applies it; changes are
 * applied one after the other, and a change that may touch what an earlier one touched is only
 * written once that is applied.
 */
final class StepNodes {
  private final NodePath base;
  private final int depth;
  private final TaskShape shape;
  private final List<NodePath> waiting;
  private final Map<String, Input> contexts = new LinkedHashMap<>();
  private final BiFunction<String, Collection<String>, String> prompts;
  private final List<PlannedNode> nodes = new ArrayList<>();

  /** What has to be done before something counts as done, by the step's name. */
  private final Map<String, NodePath> ends = new HashMap<>();

  private final List<Change> changes = new ArrayList<>();

  private record Change(String step, Set<String> touches, NodePath applied) {}

  /**
   * @param base where the nodes are put
   * @param depth of the node that is being split
   * @param waiting nodes that wait for all of this, from a step that was too large for a leaf
   * @param context the inputs of the node that is being split
   * @param prompts the prompt's reference for a role and the files concerned
   */
  StepNodes(
      NodePath base,
      int depth,
      TaskShape shape,
      List<NodePath> waiting,
      List<Input> context,
      BiFunction<String, Collection<String>, String> prompts) {
    this.base = base;
    this.depth = depth;
    this.shape = shape;
    this.waiting = List.copyOf(waiting);
    context.forEach(input -> contexts.put(input.node().name(), input));
    this.prompts = prompts;
  }

  /** The nodes of these steps, which are in an order that keeps every dependency. */
  PlannedNodes of(List<Step> steps) {
    steps.forEach(step -> add(step, steps));
    var last = last();
    var heldBack = new LinkedHashMap<NodePath, List<NodePath>>();
    waiting.forEach(later -> heldBack.put(later, last));
    return new PlannedNodes(nodes, heldBack);
  }

  private void add(Step step, List<Step> steps) {
    var path = base.child(step.name());
    switch (step.kind()) {
      case LLM_CHANGE -> addChange(step, path);
      case LLM -> nodes.add(asked(step, path, shape.forStep(NodeKind.LLM)));
      case COMMAND ->
          nodes.add(
              node(step, path, "Command").with("command", step.command()).after(before(step)));
      case HUMAN ->
          nodes.add(node(step, path, "Human").with("question", step.goal()).after(before(step)));
      case DISAGGREGATE -> nodes.add(part(step, path, steps));
      default -> throw new IllegalStateException("no step is of kind " + step.kind());
    }
    ends.putIfAbsent(step.name(), path);
  }

  private void addChange(Step step, NodePath path) {
    var touches = touches(step);
    var earlier = changesToWaitFor(step, touches);
    var change = asked(step, path, shape.forStep(NodeKind.LLM_CHANGE));
    var order = new LinkedHashSet<>(change.dependsOn());
    order.addAll(earlier);
    nodes.add(change.after(List.copyOf(order)));
    var applyPath = base.child(step.name() + "Apply");
    var applyAfter = new ArrayList<>(List.of(path));
    if (!changes.isEmpty()) {
      applyAfter.add(changes.getLast().applied());
    }
    nodes.add(PlannedNode.of(applyPath, NodeKind.APPLY_CHANGE, "ApplyChange").after(applyAfter));
    changes.add(new Change(step.name(), touches, applyPath));
    ends.put(step.name(), applyPath);
  }

  private PlannedNode asked(Step step, NodePath path, TaskShape as) {
    var reads = new ArrayList<>(step.files());
    reads.removeAll(contextFiles(step.context()));
    return node(step, path, as.className)
        .with("goal", step.goal())
        .with("prompt", prompts.apply(as.role, touches(step)))
        .with("reads", reads)
        .with("tier", step.tier())
        .reading(readings(step))
        .after(before(step));
  }

  private PlannedNode part(Step step, NodePath path, List<Step> steps) {
    var waitingForIt = new LinkedHashSet<String>();
    steps.stream()
        .filter(other -> other.dependsOn().contains(step.name()))
        .forEach(other -> waitingForIt.add(base.child(other.name()).value()));
    waiting.forEach(later -> waitingForIt.add(later.value()));
    return node(step, path, "Disaggregate")
        .with("goal", step.goal())
        .with("depth", depth + 1)
        .with("names", List.copyOf(waitingForIt))
        .reading(readings(step))
        .after(before(step));
  }

  private static PlannedNode node(Step step, NodePath path, String className) {
    return PlannedNode.of(path, step.kind(), className);
  }

  /** Results of steps that answer in words are read, those of others only waited for. */
  private List<NodePath> readings(Step step) {
    var read = new LinkedHashSet<NodePath>();
    var wanted =
        step.context().isEmpty() && step.files().isEmpty() ? contexts.keySet() : step.context();
    wanted.stream().map(contexts::get).forEach(input -> addIfThere(input, read));
    step.dependsOn().stream()
        .map(ends::get)
        .filter(end -> end != null && !end.name().endsWith("Apply") && answers(end))
        .forEach(read::add);
    return List.copyOf(read);
  }

  private static void addIfThere(@Nullable Input input, Set<NodePath> read) {
    if (input != null) {
      read.add(input.node());
    }
  }

  private boolean answers(NodePath end) {
    return nodes.stream()
        .anyMatch(node -> node.path().equals(end) && node.kind() != NodeKind.DISAGGREGATE);
  }

  private List<NodePath> before(Step step) {
    var read = readings(step);
    return step.dependsOn().stream()
        .map(name -> ends.getOrDefault(name, base.child(name)))
        .filter(end -> !read.contains(end))
        .toList();
  }

  private List<NodePath> changesToWaitFor(Step step, Set<String> touches) {
    return changes.stream()
        .filter(
            earlier ->
                touches.isEmpty()
                    || earlier.touches().isEmpty()
                    || step.dependsOn().contains(earlier.step())
                    || earlier.touches().stream().anyMatch(touches::contains))
        .map(Change::applied)
        .reduce((first, last) -> last)
        .map(List::of)
        .orElse(List.of());
  }

  private Set<String> touches(Step step) {
    var files = new LinkedHashSet<>(step.files());
    files.addAll(contextFiles(step.context()));
    return files;
  }

  private Set<String> contextFiles(List<String> names) {
    return names.stream()
        .map(contexts::get)
        .filter(input -> input != null && input.kind() == NodeKind.CONTEXT_FILE)
        .map(Input::label)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What everything that waits for all of this has to wait for: the nodes nothing else needs. */
  private List<NodePath> last() {
    var needed = new LinkedHashSet<NodePath>();
    nodes.forEach(node -> needed.addAll(node.dependsOn()));
    nodes.forEach(node -> needed.addAll(node.context()));
    return nodes.stream().map(PlannedNode::path).filter(path -> !needed.contains(path)).toList();
  }
}
