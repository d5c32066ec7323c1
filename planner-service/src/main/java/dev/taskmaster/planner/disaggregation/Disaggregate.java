package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.Input;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.planner.asking.AskModel;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.planner.files.Languages;
import dev.taskmaster.planner.files.ProjectTree;
import dev.taskmaster.planner.layers.PlannedNode;
import dev.taskmaster.worker.prompts.GraphLibrary;
import dev.taskmaster.worker.prompts.Prompts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Breaks a description into nodes. In this order: the graph of an earlier task that fits, one node
 * where the project is small, else a model is asked which context is needed and, once that is
 * there, for steps.
 */
public final class Disaggregate {
  private static final String STEPS_PHASE = "steps";

  private final FindReusable reusable;
  private final Prompts prompts;
  private final PlannerLimits limits;

  public Disaggregate(GraphLibrary library, Prompts prompts, PlannerLimits limits) {
    this.reusable = new FindReusable(library, limits);
    this.prompts = prompts;
    this.limits = limits;
  }

  /**
   * Plans what {@code order} asks for.
   *
   * @param tree the files as the node sees them
   * @param contents reads the result of an input
   * @throws dev.taskmaster.worker.AttemptFailedException with the reason when the model's answers
   *     stay unusable
   */
  public PlanDraft plan(
      WorkOrder order, ProjectTree tree, AskModel model, Function<Input, String> contents)
      throws InterruptedException {
    var place = Place.of(order);
    var old = OldPlan.of(order.graph(), place.base());
    if (order.text("phase").filter(STEPS_PHASE::equals).isPresent()) {
      return steps(order, place, old, tree, model, contents);
    }
    if (!place.whole()) {
      return contextFirst(order, place, old, tree, model, 0);
    }
    var reads = SmallTask.reads(tree, limits);
    // An earlier plan was at fault: what it was made of is not used again.
    var found =
        old.isEmpty()
            ? reusable.look(order, new KnownPaths(tree.files()), reads.orElse(List.of()))
            : FindReusable.Found.NOTHING;
    if (found.plan().isPresent()) {
      return found.plan().get();
    }
    return reads.isPresent()
        ? oneNode(order, place, old, reads.get(), found.bestScore())
        : contextFirst(order, place, old, tree, model, found.bestScore());
  }

  private PlanDraft oneNode(
      WorkOrder order, Place place, OldPlan old, List<String> reads, double score) {
    var shape = TaskShape.of(order.options().as());
    var nodes =
        shape == TaskShape.EXPLORE
            ? contextNodes(reads.stream().map(ContextItem.File::new).toList(), place, old)
            : changeNodes(order, shape, place, reads);
    var planned = new PlannedNodes(nodes);
    var layer = PlanLayer.text(planned, old.allBut(planned.paths()));
    var summary = "small: " + count(reads.size(), "file") + " read without asking a model";
    return new PlanDraft(layer, summary, null, score);
  }

  private List<PlannedNode> changeNodes(
      WorkOrder order, TaskShape shape, Place place, List<String> reads) {
    var path = place.base().child(shape.nodeName);
    var apply = place.base().child(shape.nodeName + "Apply");
    return List.of(
        PlannedNode.of(path, shape.kind, shape.className)
            .with("prompt", promptFor(order, shape.role, reads))
            .with("reads", reads),
        PlannedNode.of(apply, NodeKind.APPLY_CHANGE, "ApplyChange").after(List.of(path)));
  }

  private PlanDraft contextFirst(
      WorkOrder order, Place place, OldPlan old, ProjectTree tree, AskModel model, double score)
      throws InterruptedException {
    var items = model.ask(ContextQuestion.of(order, tree.files(), old, limits));
    var nodes = new ArrayList<>(contextNodes(items, place, old));
    if (TaskShape.of(order.options().as()) == TaskShape.EXPLORE) {
      var found = new PlannedNodes(nodes);
      return new PlanDraft(
          PlanLayer.text(found, old.allBut(found.paths())),
          "reads " + count(items.size(), "piece") + " of context",
          null,
          score);
    }
    var contexts = nodes.stream().map(PlannedNode::path).toList();
    var inherited =
        order.inputs().stream()
            .filter(Input::context)
            .map(Input::node)
            .filter(input -> !contexts.contains(input))
            .toList();
    var read = new ArrayList<>(inherited);
    read.addAll(contexts);
    nodes.add(stepsNode(order, place).reading(read));
    var planned = new PlannedNodes(nodes);
    var layer = PlanLayer.text(planned, old.contextBut(planned.paths()));
    var summary = "asks for " + count(items.size(), "piece") + " of context, then for steps";
    return new PlanDraft(layer, summary, null, score);
  }

  private static List<PlannedNode> contextNodes(
      List<? extends ContextItem> items, Place place, OldPlan old) {
    var nodes = new ArrayList<PlannedNode>();
    for (int i = 0; i < items.size(); i++) {
      nodes.add(contextNode(items.get(i), place, old, i + 1));
    }
    return List.copyOf(nodes);
  }

  private static PlannedNode contextNode(ContextItem item, Place place, OldPlan old, int number) {
    return switch (item) {
      case ContextItem.File(String file) ->
          PlannedNode.of(
                  contextPath(item, file, place, old, number), NodeKind.CONTEXT_FILE, "ContextFile")
              .with("path", file);
      case ContextItem.Search(String query) ->
          PlannedNode.of(
                  contextPath(item, query, place, old, number),
                  NodeKind.CONTEXT_SEARCH,
                  "ContextSearch")
              .with("query", query);
    };
  }

  /** What an earlier plan read keeps its name, so that its result is found again. */
  private static NodePath contextPath(
      ContextItem item, String about, Place place, OldPlan old, int number) {
    var known = old.supplying(item);
    if (known.isPresent()) {
      return known.get();
    }
    int free = number;
    while (old.has(place.base().child(NodeNames.context("Ctx_" + free, about)))) {
      free += 100;
    }
    return place.base().child(NodeNames.context("Ctx_" + free, about));
  }

  private static PlannedNode stepsNode(WorkOrder order, Place place) {
    var node =
        PlannedNode.of(place.steps(), NodeKind.DISAGGREGATE, "Disaggregate")
            .with("phase", STEPS_PHASE)
            .with("goal", place.whole() ? "" : order.text("goal").orElse(""))
            .with("names", order.list("names"));
    return place.depth() == 0 ? node : node.with("depth", place.depth());
  }

  private PlanDraft steps(
      WorkOrder order,
      Place place,
      OldPlan old,
      ProjectTree tree,
      AskModel model,
      Function<Input, String> contents)
      throws InterruptedException {
    var question = new StepsQuestion(order, limits, place.depth()).of(tree.files(), old, contents);
    var steps = model.ask(question);
    var planned =
        new StepNodes(
                place.base(),
                place.depth(),
                TaskShape.of(order.options().as()),
                order.list("names").stream().map(NodePath::new).toList(),
                order.inputs().stream().filter(Input::context).toList(),
                (role, files) -> promptFor(order, role, files))
            .of(steps);
    var layer = PlanLayer.ofSteps(planned, old.stepsBut(planned.paths()));
    var summary = count(steps.size(), "step") + ": " + String.join(", ", names(steps));
    return new PlanDraft(layer, summary, null, 0);
  }

  private static List<String> names(List<Step> steps) {
    return steps.stream().map(Step::name).toList();
  }

  private String promptFor(WorkOrder order, String role, Collection<String> files) {
    var tags = new ArrayList<>(List.of(role));
    Languages.of(files, order.project().languages()).ifPresent(tags::add);
    return prompts.best(tags).reference();
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
