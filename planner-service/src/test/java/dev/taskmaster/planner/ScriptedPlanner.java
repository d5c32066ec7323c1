package dev.taskmaster.planner;

import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.testing.ScriptedModelServer;
import dev.taskmaster.planner.adapter.PlannerTesting;
import dev.taskmaster.planner.asking.AskModel;
import dev.taskmaster.planner.disaggregation.Disaggregate;
import dev.taskmaster.planner.disaggregation.PlanDraft;
import dev.taskmaster.planner.disaggregation.PlannerLimits;
import dev.taskmaster.planner.files.ProjectTree;
import dev.taskmaster.planner.refinement.Refine;
import dev.taskmaster.planner.refinement.RoundDraft;
import dev.taskmaster.views.GraphMatch;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.model.ContextInputs;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.testing.FixedPrompts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The planner's cores over real HTTP to a model that says what a script says. */
public final class ScriptedPlanner implements AutoCloseable {
  public final ScriptedModelServer server = ScriptedModelServer.start();
  public final MemoryBlobs blobs = new MemoryBlobs();
  public final List<GraphMatch> library = new ArrayList<>();
  public final FixedPrompts prompts =
      new FixedPrompts()
          .with("plan-context", "Which context?", "plan-context")
          .with("plan-steps", "Which steps?", "plan-steps")
          .with("code-change", "Diff.", "code-change")
          .with("code-change-python", "Python diff.", "code-change", "python")
          .with("write-test", "Tests.", "write-test")
          .with("explore", "Explain.", "explore")
          .with("refine", "Which input?", "refine");
  private final Path models;

  public ScriptedPlanner() {
    try {
      models =
          ScriptedModelServer.writeModels(
              Files.createTempFile("models", ".yaml"), server.entry("scripted", "economy"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public PlanDraft plan(WorkOrder order, ProjectTree tree) throws InterruptedException {
    var disaggregate =
        new Disaggregate(
            (query, tags, as, project, limit) -> library, prompts, PlannerLimits.standard());
    return disaggregate.plan(
        order, tree, model(order), input -> new ContextInputs(blobs).textOf(input.result()));
  }

  public RoundDraft refine(WorkOrder order, ProjectTree tree) throws InterruptedException {
    return new Refine().refine(order, tree, model(order), new ContextInputs(blobs)::read);
  }

  private AskModel model(WorkOrder order) {
    var catalog = ModelCatalog.load(models, Map.of());
    var work = new ModelWork(ModelCalls.over(catalog), blobs, "USD");
    return PlannerTesting.asking(
        prompts, work, new Attempt(order, "planning", Duration.ofMinutes(1)));
  }

  @Override
  public void close() {
    server.close();
  }
}
