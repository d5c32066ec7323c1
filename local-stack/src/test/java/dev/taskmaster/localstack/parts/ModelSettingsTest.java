package dev.taskmaster.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSettingsTest {
  @TempDir Path folder;

  @Test
  void theContentOfTheModelsFileCounts() throws Exception {
    var one = Files.writeString(folder.resolve("one.yaml"), "models: []");
    var same = Files.writeString(folder.resolve("same.yaml"), "models: []");
    var other = Files.writeString(folder.resolve("other.yaml"), "models: [x]");
    assertThat(fingerprint(one)).isEqualTo(fingerprint(same)).isNotEqualTo(fingerprint(other));
    assertThat(fingerprint(one)).isNotEqualTo(fingerprint(null));
  }

  @Test
  void theNamesOfKeysCountAndNothingElseOfTheEnvironment() {
    var none = ModelSettings.none().fingerprint(Map.of("EDITOR", "vi"));
    var key = ModelSettings.none().fingerprint(Map.of("OPENAI_API_KEY", "a"));
    assertThat(none).isEqualTo(ModelSettings.none().fingerprint(Map.of()));
    assertThat(key).isNotEqualTo(none);
    assertThat(new ModelSettings(null, Map.of("OPENAI_API_KEY", "b")).fingerprint(Map.of()))
        .isEqualTo(key);
  }

  @Test
  void itsTextHoldsNoKey() {
    assertThat(new ModelSettings(null, Map.of("OPENAI_API_KEY", "canary")).toString())
        .contains("OPENAI_API_KEY")
        .doesNotContain("canary");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> fingerprint(folder.resolve("none.yaml")))
        .hasMessageContaining("none.yaml")
        .hasMessageContaining("TASKMASTER_MODELS");
  }

  private static String fingerprint(Path file) {
    return new ModelSettings(file, Map.of()).fingerprint(Map.of());
  }
}
