package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.AnswerReader;
import dev.taskmaster.worker.model.ModelQuestion;
import dev.taskmaster.worker.model.ModelWork;

/** A text from a model. */
public final class LlmText implements NodeKindWork {
  private final ModelWork models;
  private final PromptChoice prompts;
  private final Composition composition;
  private final Texts texts;

  public LlmText(ModelWork models, PromptChoice prompts, Composition composition, Texts texts) {
    this.models = models;
    this.prompts = prompts;
    this.composition = composition;
    this.texts = texts;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.LLM;
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) {
    var prompt = prompts.of(order, "explore");
    var question = ModelQuestion.of(attempt, prompt.text(), composition.of(order)).asks(2);
    return texts.done(
        prompts.told(prompt, () -> models.ask(question, attempt, AnswerReader.text())));
  }
}
