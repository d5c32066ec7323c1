package dev.taskmaster.review.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.review.findings.ProjectPaths;
import dev.taskmaster.review.findings.StableText;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.model.AnswerReader;
import dev.taskmaster.worker.model.ModelQuestion;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.model.UnusableAnswerException;
import dev.taskmaster.worker.model.UserText;
import dev.taskmaster.worker.prompts.Prompts;
import java.util.ArrayList;
import java.util.List;

/** A model judges what the task changed. */
public final class SelfAssessment {
  private static final String CHECK = "self";
  private static final int MOST_FINDINGS = 10;
  private static final JsonSchemaSpec SCHEMA =
      new JsonSchemaSpec(
          "assessment",
          """
          {"type":"object","additionalProperties":false,"required":["passed","findings"],"properties":{
          "passed":{"type":"boolean"},"findings":{"type":"array","items":{"type":"object",
          "additionalProperties":false,"required":["file","line","message"],"properties":{
          "file":{"type":"string"},"line":{"type":"integer"},"message":{"type":"string"}}}}}}
          """);

  private final ModelWork models;
  private final Prompts prompts;

  public SelfAssessment(ModelWork models, Prompts prompts) {
    this.models = models;
    this.prompts = prompts;
  }

  /**
   * What came of it.
   *
   * @param findings empty exactly when the model has no objection, or none that could be understood
   */
  public record Outcome(List<Finding> findings, String log) {
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  /** Judges {@code diff}. */
  public Outcome of(WorkOrder order, String diff, ProjectPaths paths, Attempt attempt) {
    if (diff.isBlank()) {
      return new Outcome(List.of(), "[self: nothing was changed]\n");
    }
    var user =
        UserText.of(order)
            .data("Change", diff)
            .closing("Judge the change against the task.")
            .build();
    var prompt = prompts.best(List.of("self-review"));
    var question = ModelQuestion.of(attempt, prompt.text(), user).forJson(SCHEMA);
    try {
      var findings = models.ask(question, attempt, AnswerReader.json(tree -> read(tree, paths)));
      var said = findings.isEmpty() ? "no objection" : findings.size() + " objections";
      return new Outcome(findings, "[self: " + said + "]\n");
    } catch (AttemptFailedException e) {
      // A judgement nobody can read is no reason to refuse what the tests accept.
      if (e.outcome().fault() == FaultKind.INPUT) {
        return new Outcome(List.of(), "[self: " + e.getMessage() + "; it does not count]\n");
      }
      throw e;
    }
  }

  private static List<Finding> read(JsonNode answer, ProjectPaths paths)
      throws UnusableAnswerException {
    var passed = answer.path("passed");
    if (!passed.isBoolean()) {
      throw new UnusableAnswerException("\"passed\" is neither true nor false");
    }
    var findings = new ArrayList<Finding>();
    for (var item : answer.path("findings")) {
      var message = StableText.line(item.path("message").asText(""));
      if (!message.isEmpty() && findings.size() < MOST_FINDINGS) {
        var file = paths.find(item.path("file").asText("")).orElse(null);
        int line = file == null ? 0 : Math.max(0, item.path("line").asInt(0));
        findings.add(new Finding(CHECK, message, file, line, ""));
      }
    }
    if (passed.asBoolean() != findings.isEmpty()) {
      throw new UnusableAnswerException(
          passed.asBoolean()
              ? "\"passed\" is true although there are findings"
              : "\"passed\" is false without a finding that says why");
    }
    return findings;
  }
}
