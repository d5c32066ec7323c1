package dev.taskmaster.planner.disaggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.planner.FakeTree;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.worker.model.UnusableAnswerException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void stepsComeInAnOrderThatKeepsEveryDependency() throws Exception {
    var steps =
        read(
            step("B", "llm-change", "\"dependsOn\":[\"A\"]"),
            step("A", "llm-change", "\"tier\":\"premium\""));

    assertThat(steps).extracting(Step::name).containsExactly("A", "B");
    assertThat(steps.getFirst().tier()).isEqualTo("premium");
  }

  @Test
  void whatIsMeantWithoutDoubtIsPutRight() throws Exception {
    var steps =
        read(
            step(
                "fix rounding",
                "llm-change",
                "\"context\":[\"calc.py\"],\"files\":[\"./rounding.py\",\"new/file.py\"]"),
            step("2nd", "command", "\"command\":\"pytest -q\",\"dependsOn\":[\"fix rounding\"]"));

    assertThat(steps).extracting(Step::name).containsExactly("FixRounding", "_2nd");
    assertThat(steps.get(0).context()).containsExactly("Ctx_1_calc_py");
    assertThat(steps.get(0).files()).containsExactly("src/app/rounding.py");
    assertThat(steps.get(1).kind()).isEqualTo(NodeKind.COMMAND);
    assertThat(steps.get(1).command()).isEqualTo("pytest -q");
    assertThat(steps.get(1).dependsOn()).containsExactly("FixRounding");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}|no list called \"steps\"",
        "{\"steps\":[]}|there are 0 steps; a plan has 1 to 40",
        "{\"steps\":[3]}|steps[0] is not an object",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"magic\",\"goal\":\"g\"}]}|unknown kind \"magic\"; use one of llm-change, llm, command, human, disaggregate",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"deliver\",\"goal\":\"g\"}]}|unknown kind \"deliver\"",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"llm\",\"goal\":\" \"}]}|A has no goal",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"llm\",\"goal\":\"g\",\"context\":[\"Nope\"]}]}|unknown context \"Nope\"; there is Ctx_1_calc_py",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"llm\",\"goal\":\"g\",\"dependsOn\":[\"Z\"]}]}|unknown step \"Z\"",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"llm\",\"goal\":\"g\",\"dependsOn\":[\"A\"]}]}|wait for each other: A → A",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"llm\",\"goal\":\"g\",\"tier\":\"best\"}]}|unknown tier \"best\"",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"command\",\"goal\":\"g\",\"command\":\"rm -rf /\"}]}|only the project's own may run: test",
        "{\"steps\":[{\"name\":\"Review\",\"kind\":\"llm\",\"goal\":\"g\"}]}|\"Review\" is taken",
        "{\"steps\":[{\"name\":\"FixApply\",\"kind\":\"llm\",\"goal\":\"g\"}]}|\"FixApply\" is taken",
        "{\"steps\":[{\"name\":\"!!\",\"kind\":\"llm\",\"goal\":\"g\"}]}|\"!!\" is not letters and digits",
        "{\"steps\":[{\"name\":\"A\",\"kind\":\"llm\",\"goal\":\"g\"},{\"name\":\"A\",\"kind\":\"llm\",\"goal\":\"h\"}]}|two steps are called \"A\"",
        "{\"steps\":[{\"name\":\"a b\",\"kind\":\"llm\",\"goal\":\"g\"},{\"name\":\"a-b\",\"kind\":\"llm\",\"goal\":\"h\"}]}|are the same to us",
      })
  void everyBrokenRuleIsNamed(String answer, String reason) {
    assertThatThrownBy(() -> reader(true).read(JSON.readTree(answer)))
        .isInstanceOf(UnusableAnswerException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aCycleIsShownAsItRuns() {
    assertThatThrownBy(
            () ->
                read(
                    step("A", "llm", "\"dependsOn\":[\"C\"]"),
                    step("B", "llm", "\"dependsOn\":[\"A\"]"),
                    step("C", "llm", "\"dependsOn\":[\"B\"]")))
        .hasMessageContaining("A → C → B → A");
  }

  @Test
  void tenThousandStepsAreRefusedAtOnce() {
    var steps =
        IntStream.range(0, 10_000)
            .mapToObj(i -> step("S" + i, "llm", "\"dependsOn\":[\"S" + (i + 1) % 10_000 + "\"]"))
            .toArray(String[]::new);

    assertThatThrownBy(() -> read(steps)).hasMessage("there are 10000 steps; a plan has 1 to 40");
  }

  @Test
  void atTheLimitOfDepthAStepIsALeaf() {
    assertThatThrownBy(() -> reader(false).read(answer(step("A", "disaggregate", "\"tier\":\"\""))))
        .hasMessageContaining("A cannot be split further");
  }

  @Test
  void manyReasonsAreSaidInBrief() {
    var steps =
        IntStream.range(0, 30)
            .mapToObj(i -> step("S" + i, "magic", "\"tier\":\"\""))
            .toArray(String[]::new);

    assertThatThrownBy(() -> read(steps)).hasMessageEndingWith("; and 22 more");
  }

  private static List<Step> read(String... steps) throws Exception {
    return reader(true).read(answer(steps));
  }

  private static com.fasterxml.jackson.databind.JsonNode answer(String... steps) throws Exception {
    return JSON.readTree(
        List.of(steps).stream().collect(Collectors.joining(",", "{\"steps\":[", "]}")));
  }

  private static String step(String name, String kind, String more) {
    return "{\"name\":\"%s\",\"kind\":\"%s\",\"goal\":\"Do %s.\",%s}"
        .formatted(name, kind, name, more);
  }

  private static StepsReader reader(boolean mayDisaggregate) {
    return new StepsReader(
        PlannerLimits.standard(),
        mayDisaggregate,
        Map.of("Ctx_1_calc_py", "Ctx_1_calc_py", "calc.py", "Ctx_1_calc_py"),
        new KnownPaths(FakeTree.large().files()),
        Map.of("test", "pytest -q", "build", "", "setup", ""));
  }
}
