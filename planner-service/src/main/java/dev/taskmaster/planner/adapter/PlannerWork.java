package dev.taskmaster.planner.adapter;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.planner.asking.AskModel;
import dev.taskmaster.planner.disaggregation.Disaggregate;
import dev.taskmaster.planner.files.ProjectTree;
import dev.taskmaster.planner.files.ProjectTrees;
import dev.taskmaster.planner.refinement.Refine;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.NodeWork;
import dev.taskmaster.worker.StoreUnreachableException;
import dev.taskmaster.worker.model.ContextInputs;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.prompts.Prompts;
import java.nio.charset.StandardCharsets;

/** What the planner does at a node: it writes a layer. */
final class PlannerWork implements NodeWork {
  private final Disaggregate disaggregate;
  private final Refine refine = new Refine();
  private final ProjectTrees trees;
  private final Prompts prompts;
  private final ModelWork models;
  private final Blobs blobs;
  private final ContextInputs inputs;

  PlannerWork(
      Disaggregate disaggregate,
      ProjectTrees trees,
      Prompts prompts,
      ModelWork models,
      Blobs blobs) {
    this.disaggregate = disaggregate;
    this.trees = trees;
    this.prompts = prompts;
    this.models = models;
    this.blobs = blobs;
    this.inputs = new ContextInputs(blobs);
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) throws InterruptedException {
    var tree = trees.at(order.project().id(), order.files().tree());
    var model = new AskThroughWorker(prompts, models, attempt);
    try {
      return switch (order.kind()) {
        case DISAGGREGATE -> new NodeOutcome.Done(plan(order, tree, model));
        case REFINE -> new NodeOutcome.Done(correct(order, tree, model));
        default ->
            new NodeOutcome.Failed(
                FaultKind.SYSTEM,
                "%s is of kind %s, which is not the planner's"
                    .formatted(order.node(), order.kind().wireName()));
      };
    } catch (StoreUnreachableException e) {
      return new NodeOutcome.Failed(
          FaultKind.TRANSIENT,
          "the graph store did not answer the search for earlier graphs: " + e.getMessage());
    }
  }

  private NodeResult plan(WorkOrder order, ProjectTree tree, AskModel model)
      throws InterruptedException {
    var plan = disaggregate.plan(order, tree, model, input -> inputs.textOf(input.result()));
    return new NodeResult.Layer(
        keep(plan.layer()),
        plan.summary(),
        null,
        java.util.List.of(),
        false,
        plan.reusedFrom(),
        plan.reuseScore());
  }

  private NodeResult correct(WorkOrder order, ProjectTree tree, AskModel model)
      throws InterruptedException {
    var round = refine.refine(order, tree, model, inputs::read);
    return new NodeResult.Layer(
        keep(round.layer()),
        round.summary(),
        round.cause(),
        round.changed(),
        round.fallback(),
        null,
        0);
  }

  private BlobRef keep(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new BlobRef(blobs.put(bytes).value(), bytes.length);
  }
}
