package dev.taskmaster.models.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.models.InvalidModelsFileException;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.Tier;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.ScriptedModelServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {

  /** Nothing listens on port 9 of loopback, so no Ollama of the machine gets in the way. */
  private static final String NO_OLLAMA = "127.0.0.1:9";

  @TempDir Path folder;

  @Test
  void theFileTheEnvironmentNamesComesFirst() {
    Path named = file("named.yaml", "named");
    Path here = file("models.yaml", "here");

    ModelCatalog catalog =
        ModelCatalog.discover(
            Map.of("TASKMASTER_MODELS", named.toString(), "OPENAI_API_KEY", "k"), here);

    assertThat(catalog.models()).extracting(Model::name).containsExactly("named");
  }

  @Test
  void aNamedFileThatIsNotThereIsAnErrorAndNotPassedOver() {
    assertThatThrownBy(
            () ->
                ModelCatalog.discover(
                    Map.of("TASKMASTER_MODELS", folder.resolve("no.yaml").toString()),
                    file("models.yaml", "here")))
        .isInstanceOf(InvalidModelsFileException.class)
        .hasMessageContaining("no.yaml");
  }

  @Test
  void theFileOfTheCallerComesBeforeKeys() {
    ModelCatalog catalog =
        ModelCatalog.discover(Map.of("OPENAI_API_KEY", "k"), file("models.yaml", "here"));

    assertThat(catalog.models()).extracting(Model::name).containsExactly("here");
  }

  @Test
  void keysInTheEnvironmentMakeACatalogue() {
    ModelCatalog catalog =
        ModelCatalog.discover(
            Map.of("OPENAI_API_KEY", "k", "ANTHROPIC_API_KEY", "k"), folder.resolve("none.yaml"));

    assertThat(catalog.route(Tier.ECONOMY).orElseThrow().provider()).isEqualTo(Provider.OPENAI);
    assertThat(catalog.route(Tier.PREMIUM).orElseThrow().provider()).isEqualTo(Provider.ANTHROPIC);
    assertThat(catalog.models()).allSatisfy(m -> assertThat(m.price().outPerMTok()).isPositive());
    assertThat(catalog.origin()).contains("OPENAI_API_KEY").contains("ANTHROPIC_API_KEY");
  }

  @Test
  void anEndpointOfOnesOwnIsAskedWhatItServesAndCanBeCalled() {
    try (ScriptedModelServer server =
        ScriptedModelServer.answering(request -> Answer.text("from " + request.model()))) {
      server.serving("house-model");
      Map<String, String> env = Map.of("OPENAI_API_KEY", "k", "OPENAI_BASE_URL", server.baseUrl());

      ModelCatalog catalog = ModelCatalog.discover(env);

      ModelRequest hello = ModelRequest.at(Tier.ECONOMY).user("hello").build();
      assertThat(ModelCalls.over(catalog).call(hello).text()).isEqualTo("from house-model");
      assertThat(server.lastRequest().header("Authorization")).contains("Bearer k");
    }
  }

  @Test
  void anAddressThatIsNoneIsNamedWithoutBeingRepeated() {
    Map<String, String> env =
        Map.of("OPENAI_API_KEY", "k", "OPENAI_BASE_URL", "http://u:canary@h/v1");

    assertThatThrownBy(() -> ModelCatalog.discover(env))
        .isInstanceOf(InvalidModelsFileException.class)
        .hasMessageContaining("OPENAI_BASE_URL")
        .message()
        .doesNotContain("canary");
  }

  @Test
  void aLocalOllamaThatAnswersMakesOneAndItsCoderIsPreferred() {
    try (ScriptedModelServer server =
        ScriptedModelServer.answering(request -> Answer.text("hello"))) {
      server.serving("nomic-embed-text:latest", "llama3:8b", "qwen2.5-coder:7b");

      ModelCatalog catalog = ModelCatalog.discover(Map.of("OLLAMA_HOST", server.url()));

      assertThat(catalog.models()).extracting(Model::model).containsExactly("qwen2.5-coder:7b");
      assertThat(catalog.origin()).isEqualTo("a local Ollama");
      ModelRequest hello = ModelRequest.at(Tier.PREMIUM).user("hello").build();
      assertThat(ModelCalls.over(catalog).call(hello).text()).isEqualTo("hello");
      assertThat(server.lastRequest().path()).isEqualTo("/api/chat");
    }
  }

  @Test
  void withoutAnythingTheCatalogueIsEmpty() {
    ModelCatalog catalog = ModelCatalog.discover(Map.of("OLLAMA_HOST", NO_OLLAMA));

    assertThat(catalog.isEmpty()).isTrue();
  }

  private Path file(String name, String model) {
    return ScriptedModelServer.writeModels(
        folder.resolve(name),
        "  - {name: " + model + ", provider: ollama, model: m, tier: economy}\n");
  }
}
