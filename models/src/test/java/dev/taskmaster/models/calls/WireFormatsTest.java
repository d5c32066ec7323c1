package dev.taskmaster.models.calls;

import static dev.taskmaster.models.Models.catalog;
import static dev.taskmaster.models.Models.openAi;
import static dev.taskmaster.models.Models.speaking;
import static dev.taskmaster.models.Models.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelReply;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.Malformed;
import dev.taskmaster.models.PermanentModelException.Truncated;
import dev.taskmaster.models.PermanentModelException.Unauthorized;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.RetriableModelException.Unavailable;
import dev.taskmaster.models.Tier;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.RequestView;
import dev.taskmaster.models.testing.ScriptedModelServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireFormatsTest {

  private static final JsonSchemaSpec SPEC =
      new JsonSchemaSpec(
          "answer", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}}}");

  private final ScriptedModelServer server = ScriptedModelServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anthropicGetsItsHeadersAndItsSystemTextApart() {
    server.next(Answer.text("hello").usage(12, 3));

    ModelReply reply = calls(Provider.ANTHROPIC).call(asking());

    RequestView sent = server.lastRequest();
    assertThat(sent.path()).isEqualTo("/v1/messages");
    assertThat(sent.header("x-api-key")).contains("k3y-v4lue");
    assertThat(sent.header("anthropic-version")).isPresent();
    assertThat(sent.header("Authorization")).isEmpty();
    assertThat(sent.system()).isEqualTo("be kind");
    assertThat(sent.json().path("max_tokens").asInt()).isEqualTo(700);
    assertThat(reply.text()).isEqualTo("hello");
    assertThat(reply.usage().inputTokens()).isEqualTo(12);
    assertThat(reply.usage().outputTokens()).isEqualTo(3);
    assertThat(reply.requestJson()).isEqualTo(sent.body());
  }

  @Test
  void ollamaGetsItsContextSizeAndOutputLimit() {
    server.next(Answer.text("hello").usage(12, 3));

    ModelReply reply = calls(Provider.OLLAMA).call(asking());

    RequestView sent = server.lastRequest();
    JsonNode options = sent.json().path("options");
    assertThat(sent.path()).isEqualTo("/api/chat");
    assertThat(sent.json().path("stream").asBoolean(true)).isFalse();
    assertThat(options.path("num_ctx").asInt()).isEqualTo(32_768);
    assertThat(options.path("num_predict").asInt()).isEqualTo(700);
    assertThat(sent.system()).isEqualTo("be kind");
    assertThat(reply.usage().inputTokens()).isEqualTo(12);
    assertThat(reply.usage().outputTokens()).isEqualTo(3);
  }

  @Test
  void anthropicGetsASchemaAsItsOutputFormat() {
    server.next(Answer.json("{\"a\":1}"));

    assertThat(calls(Provider.ANTHROPIC).call(structured()).text()).isEqualTo("{\"a\":1}");
    assertThat(server.lastRequest().body()).contains("json_schema").contains("\"integer\"");
  }

  @Test
  void anthropicWithoutSchemasIsAskedByPrompt() {
    server.rule(
        request ->
            request.body().contains("json_schema")
                ? Answer.status(400, "output_config: not supported")
                : Answer.json("{\"a\":1}"));

    ModelReply reply = calls(Provider.ANTHROPIC).call(structured());

    assertThat(reply.text()).isEqualTo("{\"a\":1}");
    assertThat(server.lastRequest().system()).contains("JSON Schema");
  }

  @Test
  void ollamaGetsASchemaAsItsFormat() {
    server.next(Answer.json("{\"a\":1}"));

    assertThat(calls(Provider.OLLAMA).call(structured()).text()).isEqualTo("{\"a\":1}");
    assertThat(server.lastRequest().json().at("/format/properties/a/type").asText())
        .isEqualTo("integer");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "ANTHROPIC", "OLLAMA"})
  void theFaultsAreTheSameForEveryProvider(Provider provider) {
    ModelCalls calls = calls(provider);
    server.next(
        Answer.status(401, "no"),
        Answer.truncated("half").usage(5, 6),
        Answer.nonJson(),
        Answer.status(529, "overloaded"));

    assertThatThrownBy(() -> calls.call(asking())).isInstanceOf(Unauthorized.class);
    assertThatThrownBy(() -> calls.call(asking()))
        .isInstanceOfSatisfying(
            Truncated.class,
            cut -> {
              assertThat(cut.partialText()).isEqualTo("half");
              assertThat(cut.usage().orElseThrow().outputTokens()).isEqualTo(6);
            });
    assertThatThrownBy(() -> calls.call(asking())).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> calls.call(asking())).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "ANTHROPIC", "OLLAMA"})
  void missingUsageIsEstimatedForEveryProvider(Provider provider) {
    server.next(Answer.text("one two three").withoutUsage());

    assertThat(calls(provider).call(asking()).usage().estimated()).isTrue();
  }

  private ModelCalls calls(Provider provider) {
    String url = provider == Provider.OPENAI ? server.baseUrl() : server.url();
    Model model = withKey(speaking(openAi(server), provider, url), "MY_KEY");
    return MeteredCalls.over(catalog(Map.of("MY_KEY", "k3y-v4lue"), model));
  }

  private static ModelRequest asking() {
    return ModelRequest.at(Tier.ECONOMY)
        .system("be kind")
        .user("hello")
        .maxOutputTokens(700)
        .build();
  }

  private static ModelRequest structured() {
    return ModelRequest.at(Tier.ECONOMY).user("answer").schema(SPEC).build();
  }
}
