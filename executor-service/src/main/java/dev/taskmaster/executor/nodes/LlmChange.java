package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.executor.change.CheckedChange;
import dev.taskmaster.executor.project.TaskTrees;
import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ModelQuestion;
import dev.taskmaster.worker.model.ModelWork;

/**
 * A change from a model. It is tried here against the tree the node sees: what cannot be applied is
 * asked for again once, with the reason.
 */
public final class LlmChange implements NodeKindWork {
  private final ModelWork models;
  private final PromptChoice prompts;
  private final Composition composition;
  private final TaskTrees trees;
  private final PatchEngine engine;
  private final Texts texts;

  public LlmChange(
      ModelWork models,
      PromptChoice prompts,
      Composition composition,
      PatchEngine engine,
      Texts texts) {
    this.models = models;
    this.prompts = prompts;
    this.composition = composition;
    this.trees = composition.trees();
    this.engine = engine;
    this.texts = texts;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.LLM_CHANGE;
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) {
    var usual = "write-test".equals(order.options().as()) ? "write-test" : "code-change";
    var prompt = prompts.of(order, usual);
    var tree = trees.files(order.project().id(), order.files().tree());
    var question = ModelQuestion.of(attempt, prompt.text(), composition.of(order)).asks(2);
    var reader = new CheckedChange(engine, tree);
    var diff = prompts.told(prompt, () -> models.ask(question, attempt, reader));
    return new NodeOutcome.Done(new NodeResult.Change(texts.keep(diff)));
  }
}
