package dev.taskmaster.models.calls;

import static dev.taskmaster.models.Models.catalog;
import static dev.taskmaster.models.Models.openAi;
import static dev.taskmaster.models.Models.withKey;
import static dev.taskmaster.models.Models.withStructured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.models.FinishReason;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelReply;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.BadRequest;
import dev.taskmaster.models.RetriableModelException.RateLimited;
import dev.taskmaster.models.Structured;
import dev.taskmaster.models.Tier;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.RequestView;
import dev.taskmaster.models.testing.ScriptedModelServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredCallsTest {

  private static final JsonSchemaSpec PLAN =
      new JsonSchemaSpec(
          "plan", "{\"type\":\"object\",\"properties\":{\"steps\":{\"type\":\"array\"}}}");

  private final ScriptedModelServer server = ScriptedModelServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCallSendsWhatIsAskedAndReportsWhatCameBack() {
    server.next(Answer.text("hello yourself").usage(1000, 100));

    ModelReply reply =
        calls()
            .call(
                ModelRequest.at(Tier.ECONOMY)
                    .system("be kind")
                    .user("hello")
                    .assistant("hm?")
                    .user("hello, I said")
                    .temperature(0.2)
                    .maxOutputTokens(500)
                    .build());

    RequestView sent = server.lastRequest();
    assertThat(sent.path()).isEqualTo("/v1/chat/completions");
    assertThat(sent.system()).isEqualTo("be kind");
    assertThat(sent.json().path("messages")).hasSize(4);
    assertThat(sent.json().path("temperature").asDouble()).isEqualTo(0.2);
    assertThat(sent.json().path("max_tokens").asInt()).isEqualTo(500);
    assertThat(sent.header("Authorization")).isEmpty();
    assertThat(reply.text()).isEqualTo("hello yourself");
    assertThat(reply.modelName()).isEqualTo("small");
    assertThat(reply.tier()).isEqualTo(Tier.ECONOMY);
    assertThat(reply.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(reply.usage().amount()).isEqualByComparingTo("0.003");
    assertThat(reply.usage().estimated()).isFalse();
    assertThat(reply.attempts()).isEqualTo(1);
    assertThat(reply.notes()).isEmpty();
    assertThat(reply.recorded()).isFalse();
  }

  @Test
  void theTranscriptIsTheBodyThatWasSentAndHasNoAirInIt() {
    server.next(Answer.text("ok"));

    ModelReply reply = calls().call(asking("a \"quoted\"\nline"));

    assertThat(reply.requestJson()).isEqualTo(server.lastRequest().body());
    assertThat(reply.requestJson()).doesNotContain("\n").doesNotContain(": ");
  }

  @Test
  void missingUsageIsEstimatedAndMarked() {
    server.next(Answer.text("one two three four five").withoutUsage());

    ModelReply reply = calls().call(asking("one two three"));

    assertThat(reply.usage().estimated()).isTrue();
    assertThat(reply.usage().outputTokens()).isEqualTo(5);
    assertThat(reply.usage().inputTokens()).isBetween(3L, 15L);
    assertThat(reply.usage().amount()).isPositive();
  }

  @Test
  void reasoningBesideTheContentIsNoPartOfTheText() {
    server.next(Answer.text("<think>more</think>\nanswer").reasoning("long thoughts"));

    ModelReply reply = calls().call(asking("why?"));

    assertThat(reply.text()).isEqualTo("answer");
    assertThat(reply.rawText()).isEqualTo("<think>more</think>\nanswer");
  }

  @Test
  void theMoneyLimitsWhatTheProviderMayWrite() {
    server.next(Answer.text("ok"));
    ModelRequest request =
        ModelRequest.at(Tier.ECONOMY)
            .user("hello")
            .maxOutputTokens(4000)
            .spendLimit(new BigDecimal("0.01"))
            .build();

    calls().call(request);

    assertThat(server.lastRequest().json().path("max_tokens").asInt()).isBetween(990, 1000);
  }

  @Test
  void aSchemaGoesIntoTheResponseFormatAndNotIntoThePrompt() {
    server.next(Answer.json("```json\n{\"steps\":[]}\n```"));

    ModelReply reply = calls().call(planning());

    RequestView sent = server.lastRequest();
    assertThat(sent.json().at("/response_format/type").asText()).isEqualTo("json_schema");
    assertThat(sent.json().at("/response_format/json_schema/name").asText()).isEqualTo("plan");
    assertThat(sent.json().at("/response_format/json_schema/schema/properties").has("steps"))
        .isTrue();
    assertThat(sent.system()).isEmpty();
    assertThat(reply.text()).isEqualTo("{\"steps\":[]}");
  }

  @Test
  void whatAnEndpointRefusesIsDowngradedStepByStepAndRemembered() {
    server.rule(
        request ->
            request.json().has("response_format")
                ? Answer.status(400, "unsupported response_format")
                : Answer.json("{\"steps\":[1]}"));
    ModelCalls calls = calls();

    ModelReply first = calls.call(planning());

    assertThat(first.attempts()).isEqualTo(3);
    assertThat(first.notes())
        .containsExactly(
            "structured output 'schema' refused, 'json' used",
            "structured output 'json' refused, 'prompt' used");
    assertThat(server.requests().get(1).json().at("/response_format/type").asText())
        .isEqualTo("json_object");
    assertThat(server.requests().get(1).system()).contains("JSON Schema").contains("steps");
    assertThat(server.requests().get(2).system()).contains("JSON Schema").contains("steps");

    ModelReply second = calls.call(planning());

    assertThat(second.attempts()).isEqualTo(1);
    assertThat(second.notes()).isEmpty();
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void aRefusalThatNoFormCuresIsNotRemembered() {
    ModelCalls calls = calls();
    server.next(
        Answer.status(400, "no"), Answer.status(400, "no"), Answer.status(400, "really not"));

    assertThatThrownBy(() -> calls.call(planning()))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("really not");
    server.next(Answer.json("{}"));
    calls.call(planning());

    assertThat(server.lastRequest().json().at("/response_format/type").asText())
        .isEqualTo("json_schema");
  }

  @Test
  void aModelMayBeConfiguredForTheLooserForms() {
    ModelCalls json = MeteredCalls.over(catalog(withStructured(openAi(server), Structured.JSON)));
    ModelCalls prompt =
        MeteredCalls.over(catalog(withStructured(openAi(server), Structured.PROMPT)));
    server.next(Answer.json("{}"), Answer.json("{}"));

    json.call(planning());
    assertThat(server.lastRequest().json().at("/response_format/type").asText())
        .isEqualTo("json_object");
    prompt.call(planning());
    assertThat(server.lastRequest().json().has("response_format")).isFalse();
  }

  @Test
  void newerModelsGetTheirNameOfTheOutputLimitAndNoTemperature() {
    server.rule(
        request -> {
          if (request.json().has("max_tokens")) {
            return Answer.status(400, "Unsupported parameter: use 'max_completion_tokens'");
          }
          return request.json().has("temperature")
              ? Answer.status(400, "'temperature' does not support 0.5")
              : Answer.text("ok");
        });

    ModelReply reply =
        calls().call(ModelRequest.at(Tier.ECONOMY).user("hi").temperature(0.5).build());

    assertThat(reply.attempts()).isEqualTo(3);
    assertThat(reply.notes()).hasSize(2);
    assertThat(server.lastRequest().json().path("max_completion_tokens").asInt()).isEqualTo(4096);
  }

  @Test
  void aTierThatAnotherServesIsNoted() {
    server.next(Answer.text("ok"));

    ModelReply reply = calls().call(ModelRequest.at(Tier.PREMIUM).user("hi").build());

    assertThat(reply.tier()).isEqualTo(Tier.ECONOMY);
    assertThat(reply.notes()).containsExactly("tier premium asked, economy served");
  }

  @Test
  void whileACircuitIsOpenCallsFailFastWithTheTimeThatRemains() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    ModelCalls calls = MeteredCalls.over(catalog(openAi(server)), now::get);
    server.rule(request -> Answer.status(429, "slow", "Retry-After", "30"));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> calls.call(asking("hi"))).hasMessageContaining("(429)");
    }
    now.set(now.get().plusSeconds(10));

    assertThatThrownBy(() -> calls.call(asking("hi")))
        .isInstanceOfSatisfying(
            RateLimited.class,
            fault -> assertThat(fault.retryAfter()).contains(Duration.ofSeconds(20)))
        .hasMessageContaining("tried again in 20 s");
    assertThat(server.requests()).hasSize(3);

    now.set(now.get().plusSeconds(20));
    server.next(Answer.text("back"));
    assertThat(calls.call(asking("hi")).text()).isEqualTo("back");
  }

  @Test
  void whileACircuitIsOpenAnotherModelOfTheTierServes() {
    try (ScriptedModelServer other =
        ScriptedModelServer.answering(request -> Answer.text("the other"))) {
      Model first = openAi(server);
      Model second =
          new Model(
              "second",
              first.provider(),
              "m",
              Tier.ECONOMY,
              java.net.URI.create(other.baseUrl()),
              null,
              first.price(),
              32768,
              8192,
              Structured.SCHEMA,
              null);
      ModelCalls calls = MeteredCalls.over(catalog(first, second));
      server.rule(request -> Answer.status(503, "down"));
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> calls.call(asking("hi"))).hasMessageContaining("(503)");
      }

      assertThat(calls.call(asking("hi")).modelName()).isEqualTo("second");
    }
  }

  @Test
  void aKeyReachesTheHeaderAlone() {
    Model keyed = withKey(openAi(server), "MY_KEY");
    server.next(Answer.text("you sent k3y-v4lue"));

    ModelReply reply =
        MeteredCalls.over(catalog(Map.of("MY_KEY", "k3y-v4lue"), keyed))
            .call(asking("my key is k3y-v4lue"));

    RequestView sent = server.lastRequest();
    assertThat(sent.header("Authorization")).contains("Bearer k3y-v4lue");
    assertThat(sent.body()).doesNotContain("k3y-v4lue").contains("my key is [MY_KEY]");
    assertThat(reply.toString()).doesNotContain("k3y-v4lue");
  }

  @Test
  void manyCallsAtOnceAreEachAnsweredTheirOwn() throws Exception {
    server.rule(request -> Answer.text("to " + request.user()));
    ModelCalls calls = calls();
    List<Thread> threads = new java.util.ArrayList<>();
    List<String> wrong = new java.util.concurrent.CopyOnWriteArrayList<>();
    for (int i = 0; i < 50; i++) {
      String question = "question " + i;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    String text = calls.call(asking(question)).text();
                    if (!text.equals("to " + question)) {
                      wrong.add(text);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(wrong).isEmpty();
    assertThat(server.requests()).hasSize(50);
  }

  private ModelCalls calls() {
    return MeteredCalls.over(catalog(openAi(server)));
  }

  private static ModelRequest asking(String text) {
    return ModelRequest.at(Tier.ECONOMY).user(text).build();
  }

  private static ModelRequest planning() {
    return ModelRequest.at(Tier.ECONOMY).user("plan it").schema(PLAN).build();
  }
}
