package dev.taskmaster.planner.adapter;

import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.planner.asking.AskModel;
import dev.taskmaster.planner.asking.Question;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.model.AnswerReader;
import dev.taskmaster.worker.model.ModelQuestion;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.prompts.Prompts;

/** {@link AskModel} of one attempt: the prompt by its tags, the call with its receipt. */
final class AskThroughWorker implements AskModel {
  private final Prompts prompts;
  private final ModelWork models;
  private final Attempt attempt;

  AskThroughWorker(Prompts prompts, ModelWork models, Attempt attempt) {
    this.prompts = prompts;
    this.models = models;
    this.attempt = attempt;
  }

  @Override
  public <T> T ask(Question<T> question) {
    var authored = attempt.order().text("prompt").filter(reference -> !reference.isBlank());
    var prompt =
        authored.map(prompts::version).orElseGet(() -> prompts.best(question.promptTags()));
    var asked =
        ModelQuestion.of(attempt, prompt.text(), question.user())
            .forJson(new JsonSchemaSpec(question.schemaName(), question.schema()));
    return models.ask(asked, attempt, AnswerReader.json(question.reader()::read));
  }
}
