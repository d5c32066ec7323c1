package dev.taskmaster.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.ScriptedModelServer;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.testing.Orders;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking a model, over real HTTP. */
class ModelWorkTest {
  private static final JsonSchemaSpec SCHEMA =
      new JsonSchemaSpec(
          "steps",
          """
          {"type":"object","additionalProperties":false,"required":["steps"],
           "properties":{"steps":{"type":"array","items":{"type":"string"}}}}""");

  private final MemoryBlobs blobs = new MemoryBlobs();
  private final Attempt attempt =
      new Attempt(Orders.of(NodeKind.LLM).build(), "economy", Duration.ofSeconds(45));
  @TempDir private Path folder;
  private ScriptedModelServer server;
  private ModelWork models;

  record Steps(List<String> steps) {}

  @BeforeEach
  void start() {
    server = ScriptedModelServer.start();
    models = over("1", "2");
  }

  private ModelWork over(String in, String out) {
    var file =
        ScriptedModelServer.writeModels(
            folder.resolve("models.yaml"), server.entry("small", "economy", in, out));
    return new ModelWork(ModelCalls.over(ModelCatalog.load(file, Map.of())), blobs, "USD");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ModelQuestion question() {
    return ModelQuestion.of(attempt, "You are terse.", "Say hello.");
  }

  private Steps askForSteps() {
    return models.ask(
        question().forJson(SCHEMA),
        attempt,
        AnswerReader.json(
            Steps.class,
            steps -> {
              if (steps.steps() == null || steps.steps().isEmpty()) {
                throw new UnusableAnswerException("there are no steps");
              }
            }));
  }

  private NodeOutcome.Failed failureOf(Runnable asking) {
    try {
      asking.run();
    } catch (AttemptFailedException e) {
      return e.outcome();
    }
    throw new AssertionError("the question was answered");
  }

  private String kept(dev.taskmaster.events.BlobRef ref) {
    return blobs.text(new BlobHash(ref.hash())).orElseThrow();
  }

  @Test
  void anAnswerComesWithItsExactTranscriptAndPrice() {
    server.next(Answer.text("hello").usage(1000, 500));

    var answer = models.ask(question(), attempt, AnswerReader.text());

    assertThat(answer).isEqualTo("hello");
    assertThat(attempt.calls()).hasSize(1);
    var call = attempt.calls().getFirst();
    assertThat(kept(call.prompt())).isEqualTo(server.lastRequest().body());
    assertThat(kept(call.reply())).isEqualTo("hello");
    assertThat(call.model()).isEqualTo("small");
    assertThat(call.tier()).isEqualTo("economy");
    assertThat(call.amount()).isEqualByComparingTo("0.002");
    assertThat(call.fault()).isNull();
    assertThat(server.lastRequest().system()).contains("You are terse.");
  }

  @Test
  void anUnusableAnswerIsAskedForAgainWithTheReason() {
    server.next(
        Answer.text("Sure! Here you go"),
        Answer.json("{\"steps\":[]}"),
        Answer.json("{\"steps\":[\"a\"]}"));

    assertThat(askForSteps().steps()).containsExactly("a");

    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().get(1).wholeText())
        .contains("Say hello.", "Sure! Here you go", "cannot be used");
    assertThat(server.requests().get(2).wholeText()).contains("there are no steps");
    assertThat(attempt.calls()).hasSize(3);
  }

  @Test
  void afterTheThirdUnusableAnswerTheInputsAreAtFault() {
    for (int i = 0; i < 3; i++) {
      server.next(Answer.json("{\"steps\":[]}"));
    }

    var failure = failureOf(this::askForSteps);

    assertThat(failure.fault()).isEqualTo(FaultKind.INPUT);
    assertThat(failure.message()).contains("asked 3 times", "there are no steps");
    assertThat(failure.findings()).hasSize(1);
    assertThat(attempt.calls()).hasSize(3);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aTruncatedAnswerIsAskedForAgainMoreBriefly() {
    server.next(Answer.truncated("{\"steps\":[\"a"), Answer.json("{\"steps\":[\"a\"]}"));

    assertThat(askForSteps().steps()).containsExactly("a");

    assertThat(server.lastRequest().wholeText()).contains("cut off", "more briefly");
    assertThat(attempt.calls()).hasSize(2);
    assertThat(attempt.calls().getFirst().fault()).isNotNull();
  }

  @Test
  void aTruncatedAnswerToAQuestionAskedOnceIsAFaultOfTheInputs() {
    server.next(Answer.truncated("hel"));

    var failure = failureOf(() -> models.ask(question(), attempt, AnswerReader.text()));

    assertThat(failure.fault()).isEqualTo(FaultKind.INPUT);
    assertThat(failure.message()).contains("cut off");
    assertThat(attempt.calls()).hasSize(1);
  }

  @Test
  void faultsOfTheProviderAreToldApartWithTheirWait() {
    server.next(Answer.status(429, "slow down", "Retry-After", "7"));
    var limited = failureOf(() -> models.ask(question(), attempt, AnswerReader.text()));
    assertThat(limited.fault()).isEqualTo(FaultKind.PROVIDER);
    assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(attempt.calls()).hasSize(1);
    assertThat(attempt.calls().getFirst().fault()).contains("429");
    assertThat(attempt.calls().getFirst().reply()).isNull();
  }

  @Test
  void anOutageIsTheProvidersAndABrokenReplyPasses() {
    server.next(Answer.status(503, "down"));
    assertThat(failureOf(() -> models.ask(question(), attempt, AnswerReader.text())).fault())
        .isEqualTo(FaultKind.PROVIDER);
    server.next(Answer.nonJson());
    assertThat(failureOf(() -> models.ask(question(), attempt, AnswerReader.text())).fault())
        .isEqualTo(FaultKind.TRANSIENT);
  }

  @Test
  void aStalledReplyPasses() {
    server.next(Answer.silent());

    var failure =
        failureOf(
            () ->
                models.ask(
                    question().within(Duration.ofMillis(300)), attempt, AnswerReader.text()));

    assertThat(failure.fault()).isEqualTo(FaultKind.TRANSIENT);
  }

  @Test
  void aRefusedKeyIsAQuestionOfConfiguration() {
    server.next(Answer.status(401, "who are you"));

    assertThat(failureOf(() -> models.ask(question(), attempt, AnswerReader.text())).fault())
        .isEqualTo(FaultKind.CONFIGURATION);
  }

  @Test
  void noModelAtAllIsAQuestionOfConfiguration() {
    var none =
        new ModelWork(
            ModelCalls.over(new ModelCatalog(List.of(), "USD", "a test", Map.of())), blobs, "USD");

    var failure = failureOf(() -> none.ask(question(), attempt, AnswerReader.text()));

    assertThat(failure.fault()).isEqualTo(FaultKind.CONFIGURATION);
    assertThat(failure.message()).contains("models.yaml");
  }

  @Test
  void noCallIsMadeThatTheGrantedPriceDoesNotCover() {
    var poor =
        new Attempt(
            Orders.of(NodeKind.LLM).reserved(new BigDecimal("0.0000001")).build(),
            "economy",
            Duration.ofSeconds(45));

    var failure = failureOf(() -> models.ask(question(), poor, AnswerReader.text()));

    assertThat(failure.fault()).isEqualTo(FaultKind.BUDGET);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFreeModelNeedsNoGrant() {
    var free = over("0", "0");
    server.next(Answer.text("hello"));
    var unpaid =
        new Attempt(
            Orders.of(NodeKind.LLM).reserved(BigDecimal.ZERO).build(),
            "economy",
            Duration.ofSeconds(45));

    assertThat(free.ask(question(), unpaid, AnswerReader.text())).isEqualTo("hello");
  }

  @Test
  void whatAnAuthorSaysAboutTierLengthAndTemperatureCounts() {
    var order =
        Orders.of(NodeKind.LLM)
            .says("tier", "premium")
            .says("maxOutputTokens", 77)
            .says("temperature", 0.5)
            .build();
    var question = ModelQuestion.of(new Attempt(order, "economy", Duration.ofSeconds(1)), "s", "u");

    assertThat(question.tier().wireName()).isEqualTo("premium");
    assertThat(question.maxOutputTokens()).isEqualTo(77);
    assertThat(question.temperature()).isEqualTo(0.5);
  }

  @Test
  void anUnknownTierIsNamed() {
    var order = Orders.of(NodeKind.LLM).says("tier", "golden").build();

    assertThatThrownBy(
            () -> ModelQuestion.of(new Attempt(order, "tool", Duration.ofSeconds(1)), "s", "u"))
        .isInstanceOf(AttemptFailedException.class)
        .hasMessageContaining("golden")
        .hasMessageContaining("economy, standard, premium");
  }
}
