package dev.taskmaster.composition.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.Limits;
import dev.taskmaster.composition.Stage;
import dev.taskmaster.composition.StageOptions;
import dev.taskmaster.composition.resolve.FileLayers;
import dev.taskmaster.composition.text.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every run of the museum, of the AOUSD supplement and of the worked examples gives exactly what
 * OpenUSD gave (appendix B). Prints the table of what passed and what was left out, and why.
 */
class ConformanceTest {

  private static final Map<String, List<String>> PASSED = new TreeMap<>();

  @TestFactory
  Stream<DynamicTest> museum() throws IOException {
    return runs("museum");
  }

  @TestFactory
  Stream<DynamicTest> aousd() throws IOException {
    return runs("aousd");
  }

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    return runs("examples");
  }

  /**
   * What is outside of the subset is said to be, and never composed as if it were something else.
   */
  @TestFactory
  Stream<DynamicTest> featuresOutsideOfTheSubsetAreNamed() throws IOException {
    return Stream.of("museum", "aousd")
        .flatMap(corpus -> cases(corpus).stream())
        .filter(
            each ->
                each.skip().contains("expressions")
                    || (each.skip().contains("owner")
                        && each.expected().get("options").get("session").isTextual()))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> checkRefusal(each)));
  }

  private static List<Corpus.Case> cases(String corpus) {
    try {
      return Corpus.cases(corpus);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void checkRefusal(Corpus.Case run) {
    Stage stage = open(run);
    stage.traverseAll();
    assertThat(stage.errors())
        .extracting(CompositionError::kind)
        .contains(CompositionError.Kind.UNSUPPORTED_FEATURE);
  }

  @Test
  void onlyTheKnownRunsAreSkipped() throws IOException {
    Map<String, Integer> runs = new TreeMap<>();
    Map<String, Integer> skipped = new TreeMap<>();
    for (String corpus : List.of("museum", "aousd", "examples")) {
      for (Corpus.Case each : Corpus.cases(corpus)) {
        (each.isSkipped() ? skipped : runs).merge(corpus, 1, Integer::sum);
        assertThat(each.isSkipped() && each.skip().isBlank())
            .as(each.file() + " has a reason")
            .isFalse();
      }
    }
    assertThat(runs).isEqualTo(Map.of("museum", 133, "aousd", 131, "examples", 36));
    assertThat(skipped).isEqualTo(Map.of("museum", 16, "aousd", 7));
  }

  @AfterAll
  static void printTable() throws IOException {
    StringBuilder table = new StringBuilder("corpus    runs  passed  skipped\n");
    StringBuilder reasons = new StringBuilder();
    for (String corpus : List.of("museum", "aousd", "examples")) {
      List<Corpus.Case> cases = Corpus.cases(corpus);
      long skipped = cases.stream().filter(Corpus.Case::isSkipped).count();
      int passed = PASSED.getOrDefault(corpus, List.of()).size();
      table.append(
          String.format("%-9s %4d  %6d  %7d%n", corpus, cases.size() - skipped, passed, skipped));
      cases.stream()
          .filter(Corpus.Case::isSkipped)
          .forEach(
              each ->
                  reasons
                      .append("skipped ")
                      .append(corpus)
                      .append('/')
                      .append(each.name())
                      .append(": ")
                      .append(each.skip().lines().findFirst().orElse(""))
                      .append('\n'));
    }
    System.out.println(table.append(reasons));
  }

  private static Stream<DynamicTest> runs(String corpus) throws IOException {
    return Corpus.cases(corpus).stream()
        .filter(each -> !each.isSkipped())
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private static void check(Corpus.Case run) {
    Stage stage = open(run);
    Outcome composed = Outcome.composed(stage, run.layers(), run.expected());
    List<String> differences = Outcome.differences(Outcome.expected(run.expected()), composed);
    assertThat(differences).as(run.file()).isEmpty();
    synchronized (PASSED) {
      PASSED.computeIfAbsent(run.corpus(), unused -> new ArrayList<>()).add(run.name());
    }
  }

  private static Stage open(Corpus.Case run) {
    JsonNode options = run.expected().get("options");
    boolean lenient =
        options
            .path("env")
            .path("SDF_SCHEMA_PROHIBIT_INVALID_VARIANT_SELECTIONS")
            .asText()
            .equals("0");
    FileLayers layers =
        new FileLayers(
            List.of(run.layers()), List.of(run.layers()), new ReadOptions(Limits.DEFAULT, lenient));
    Pattern payloads = Pattern.compile(options.get("payloads").asText());
    StageOptions chosen =
        StageOptions.DEFAULT.load(path -> payloads.matcher(path.toString()).find());
    if (options.get("session").isTextual()) {
      chosen = chosen.session(file(layers, run, options.get("session")));
    }
    for (Map.Entry<String, JsonNode> fallback : options.get("variantFallbacks").properties()) {
      List<String> variants = new ArrayList<>();
      fallback.getValue().forEach(variant -> variants.add(variant.asText()));
      chosen = chosen.fallback(fallback.getKey(), variants.toArray(String[]::new));
    }
    return Stage.open(file(layers, run, options.get("root")), layers, chosen);
  }

  private static String file(FileLayers layers, Corpus.Case run, JsonNode name) {
    Path file = run.layers().resolve(name.asText());
    return layers.identifierOf(file);
  }
}
