package dev.taskmaster.models.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskmaster.models.InvalidModelsFileException;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.Structured;
import dev.taskmaster.models.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsFileTest {

  @TempDir Path folder;

  @Test
  void theExampleOfTheInterfaceIsRead() throws IOException {
    ModelCatalog catalog =
        load(
            """
            currency: EUR
            models:
              - {name: small,  provider: openai, base-url: "http://127.0.0.1:11434/v1", model: qwen2.5-coder:7b, tier: economy,  price-per-mtok: {in: 0, out: 0}, context: 32768, structured: json}
              - {name: strong, provider: anthropic, model: claude-sonnet, tier: premium, api-key: env:ANTHROPIC_API_KEY, price-per-mtok: {in: 3, out: 15}}
            """,
            Map.of("ANTHROPIC_API_KEY", "k"));

    assertThat(catalog.currency()).isEqualTo("EUR");
    assertThat(catalog.models()).extracting(Model::name).containsExactly("small", "strong");
    Model small = catalog.models().getFirst();
    assertThat(small.model()).isEqualTo("qwen2.5-coder:7b");
    assertThat(small.provider()).isEqualTo(Provider.OPENAI);
    assertThat(small.contextTokens()).isEqualTo(32768);
    assertThat(small.maxOutputTokens()).isEqualTo(8192);
    assertThat(small.structured()).isEqualTo(Structured.JSON);
    Model strong = catalog.models().getLast();
    assertThat(strong.tier()).isEqualTo(Tier.PREMIUM);
    assertThat(strong.keyName()).isEqualTo("ANTHROPIC_API_KEY");
    assertThat(strong.price().outPerMTok()).isEqualByComparingTo("15");
    assertThat(strong.structured()).isEqualTo(Structured.SCHEMA);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tier: cheap          | tier              | unknown tier 'cheap'      | economy, standard, premium",
        "tiers: economy       | tiers             | unknown key               | provider",
        "provider: gpt        | provider          | unknown provider 'gpt'    | openai, anthropic, ollama, replay",
        "structured: yes      | structured        | unknown structured 'yes'  | schema, json, prompt",
        "context: -1          | context           | '-1' is no token count    | whole number",
        "context: 1.5         | context           | '1.5' is no token count   | whole number",
        "max-output: many     | max-output        | 'many' is not a number    | number",
        "price-per-mtok: {in: -1}   | price-per-mtok.in  | '-1' is negative   | 0 or more",
        "price-per-mtok: {inn: 1}   | price-per-mtok.inn | unknown key        | in, out",
        "price-per-mtok: 3    | price-per-mtok    | is not a mapping          | key: value",
        "price-per-mtok: {out: dear} | price-per-mtok.out | 'dear' is not a number | number",
        "base-url: localhost  | base-url          | is not a plain http       | http://127.0.0.1",
        "base-url: 'http://u:p@h/v1' | base-url   | is not a plain http       | without user",
        "api-key: env:NOWHERE | api-key           | NOWHERE is not set        | export NOWHERE",
        "api-key: ''          | api-key           | has no simple value       | one value",
        "recording: r.json    | recording         | belongs to provider replay | remove it",
        "name: [a]            | name              | has no simple value       | one value",
      })
  void aComplaintNamesFileLineKeyAndTheWayOut(
      String line, String key, String problem, String wayOut) {
    String name = line.substring(0, line.indexOf(':'));
    StringBuilder yaml = new StringBuilder();
    yaml.append("models:\n  - ").append(line).append('\n');
    for (String rest :
        new String[] {
          "name: small", "provider: openai", "base-url: http://h/v1", "model: m", "tier: economy"
        }) {
      if (!rest.startsWith(name + ":")) {
        yaml.append("    ").append(rest).append('\n');
      }
    }

    InvalidModelsFileException e = complaint(yaml.toString());

    assertThat(e.line()).as(e.getMessage()).isEqualTo(2);
    assertThat(e.key()).isEqualTo(key);
    assertThat(e.getMessage())
        .startsWith(file() + ":2: '" + key + "': ")
        .contains(problem)
        .contains(wayOut);
  }

  @ParameterizedTest
  @CsvSource({"name", "provider", "model", "tier"})
  void aMissingKeyIsNamedWithTheLineOfItsModel(String missing) {
    StringBuilder yaml = new StringBuilder("currency: USD\nmodels:\n  - base-url: http://h/v1\n");
    for (String rest : new String[] {"name: a", "provider: openai", "model: m", "tier: economy"}) {
      if (!rest.startsWith(missing + ":")) {
        yaml.append("    ").append(rest).append('\n');
      }
    }

    InvalidModelsFileException e = complaint(yaml.toString());

    assertThat(e.key()).isEqualTo(missing);
    assertThat(e.line()).isEqualTo(3);
    assertThat(e).hasMessageContaining("is missing");
  }

  @Test
  void twoModelsOfOneNameAreRefusedAtTheSecond() {
    String entry = "  - {name: a, provider: ollama, model: m, tier: economy}\n";

    InvalidModelsFileException e = complaint("models:\n" + entry + entry);

    assertThat(e.line()).isEqualTo(3);
    assertThat(e).hasMessageContaining("'a' is the name of two models");
  }

  @Test
  void aKeyWrittenTwiceIsRefused() {
    InvalidModelsFileException e =
        complaint("models:\n  - name: a\n    name: b\n    provider: ollama\n");

    assertThat(e.line()).isEqualTo(3);
    assertThat(e).hasMessageContaining("is written twice");
  }

  @Test
  void aKeyThatStandsInTheFileIsRefusedAndNotRepeated() {
    InvalidModelsFileException e =
        complaint(
            "models:\n  - {name: a, provider: openai, model: m, tier: economy, api-key: sk-canary}\n");

    assertThat(e).hasMessageContaining("env:NAME");
    assertThat(e.toString()).doesNotContain("canary");
  }

  @Test
  void aHostedProviderNeedsItsUsualKey() {
    assertThat(complaint("models:\n  - {name: a, provider: openai, model: m, tier: economy}\n"))
        .hasMessageContaining("OPENAI_API_KEY is not set");
    assertThat(complaint("models:\n  - {name: a, provider: anthropic, model: m, tier: economy}\n"))
        .hasMessageContaining("ANTHROPIC_API_KEY is not set");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | 0 | is empty",
        "currency: USD             | 0 | has no key 'models'",
        "models: []                | 1 | is not a list",
        "models: small             | 1 | is not a list",
        "modles: []                | 1 | unknown key",
        "- a                       | 1 | is not a mapping",
        "'models: [{name: a'       | 1 | is not YAML",
        "currency: dollars         | 1 | is no currency code",
      })
  void aFileOfAnotherShapeIsRefused(String yaml, int line, String problem) {
    InvalidModelsFileException e = complaint(yaml);

    assertThat(e).hasMessageContaining(problem).hasMessageStartingWith(file().toString());
    assertThat(e.line()).isEqualTo(line);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ModelCatalog.load(folder.resolve("none.yaml"), Map.of()))
        .isInstanceOf(InvalidModelsFileException.class)
        .hasMessageContaining("none.yaml")
        .hasMessageContaining("does not exist");
  }

  @Test
  void aRecordingThatCannotBeReadIsNamed() throws IOException {
    String entry =
        "models:\n  - {name: demo, provider: replay, model: r, tier: economy, recording: %s}\n";
    Files.writeString(
        folder.resolve("broken.json"), "{\"recordedFrom\": \"x\",\n \"exchanges\": [{]}");
    Files.writeString(folder.resolve("empty.json"), "{\"recordedFrom\": \"x\", \"exchanges\": []}");

    assertThat(complaint(entry.formatted("none.json"))).hasMessageContaining("does not exist");
    assertThat(complaint(entry.formatted("broken.json"))).hasMessageContaining("line 2");
    assertThat(complaint(entry.formatted("empty.json"))).hasMessageContaining("no exchanges");
    assertThat(complaint("models:\n  - {name: demo, provider: replay, model: r, tier: economy}\n"))
        .hasMessageContaining("recording");
  }

  private InvalidModelsFileException complaint(String yaml) {
    InvalidModelsFileException e =
        catchThrowableOfType(InvalidModelsFileException.class, () -> load(yaml, Map.of()));
    assertThat(e).as("a complaint about\n%s", yaml).isNotNull();
    return e;
  }

  private ModelCatalog load(String yaml, Map<String, String> env) throws IOException {
    return ModelCatalog.load(Files.writeString(file(), yaml), env);
  }

  private Path file() {
    return folder.resolve("models.yaml");
  }
}
