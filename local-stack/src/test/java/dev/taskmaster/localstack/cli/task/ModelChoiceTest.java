package dev.taskmaster.localstack.cli.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChoiceTest {
  private static final String NO_OLLAMA = "http://127.0.0.1:9";
  private static final String HOSTED =
      "models:\n  - {name: a, provider: openai, base-url: \"http://127.0.0.1:9/v1\", model: m, tier: economy, api-key: env:A_KEY, price-per-mtok: {in: 1, out: 1}}\n";

  @TempDir Path here;
  @TempDir Path data;

  @Test
  void withoutAnyModelItIsSaidWhatToSet() {
    assertThatThrownBy(() -> ModelChoice.require(Map.of("OLLAMA_HOST", NO_OLLAMA), here, data))
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("models.yaml")
        .hasMessageContaining("OPENAI_API_KEY")
        .hasMessageContaining("Ollama");
  }

  @Test
  void theFileHereBeatsTheFileOfTheStack() throws Exception {
    Files.writeString(data.resolve("models.yaml"), HOSTED);
    assertThat(ModelChoice.require(Map.of("A_KEY", "x"), here, data).settings().modelsFile())
        .isEqualTo(data.resolve("models.yaml"));
    Files.writeString(here.resolve("models.yaml"), HOSTED);
    assertThat(ModelChoice.require(Map.of("A_KEY", "x"), here, data).settings().modelsFile())
        .isEqualTo(here.resolve("models.yaml"));
  }

  @Test
  void aKeyThatIsNotSetIsNamed() throws Exception {
    Files.writeString(here.resolve("models.yaml"), HOSTED);

    assertThatThrownBy(() -> ModelChoice.require(Map.of(), here, data))
        .hasMessageContaining("export A_KEY");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () -> ModelChoice.require(Map.of("TASKMASTER_MODELS", "nowhere.yaml"), here, data))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("nowhere.yaml");
  }
}
