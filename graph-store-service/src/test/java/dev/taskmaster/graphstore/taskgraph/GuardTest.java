package dev.taskmaster.graphstore.taskgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.ledger.Play;
import dev.taskmaster.graphstore.ledger.Samples;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
  private final Play play = new Play();

  private String objectionTo(String plan) {
    play.submit().run("/Task/Plan", play.layer(plan));
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.FAILED);
    assertThat(play.state()).isEqualTo(TaskState.REFINING);
    assertThat(play.dispatches).hasSize(2);
    return play.ledger.record().failure().findings().stream()
        .map(finding -> finding.message())
        .collect(Collectors.joining("\n"));
  }

  private static String plan(String body) {
    return "#usda 1.0\ndef \"Task\"\n{\n" + body + "\n}\n";
  }

  private static String node(String name, String kind, String rest) {
    return "def \"%s\" (inherits = </_class_%s>)\n{\n%s\n}\n".formatted(name, kind, rest);
  }

  @Test
  void nodesThatWaitForEachOtherAreRefused() {
    var cycle =
        plan(
            node("A", "Llm", "rel dependsOn = </Task/B>")
                + node("B", "Llm", "rel dependsOn = </Task/A>"));
    assertThat(objectionTo(cycle)).contains("wait for each other").contains("/Task/A");
  }

  @Test
  void tenThousandNodesAreRefused() {
    var nodes =
        IntStream.range(0, 10_000)
            .mapToObj(i -> node("N" + i, "Llm", "string goal = \"x\""))
            .collect(Collectors.joining());
    assertThat(objectionTo(plan(nodes))).contains("10001 prims, at most 200");
  }

  @Test
  void anUnknownKindIsRefusedAndTheKnownOnesAreNamed() {
    assertThat(objectionTo(plan("def \"A\"\n{\ntoken kind = \"teleport\"\n}")))
        .contains("unknown kind 'teleport'")
        .contains("llm-change");
  }

  @Test
  void aNodeWithoutAKindIsRefused() {
    assertThat(objectionTo(plan("def \"A\"\n{\nstring goal = \"x\"\n}"))).contains("has no kind");
  }

  @Test
  void aReferenceToNowhereIsRefused() {
    assertThat(objectionTo(plan(node("A", "Llm", "rel context = </Task/Nowhere>"))))
        .contains("/Task/Nowhere, which is not in the graph");
  }

  @ParameterizedTest
  @CsvSource({"Review", "Deliver", "Refine"})
  void kindsOfTheStoreItselfAreRefused(String kind) {
    assertThat(objectionTo(plan(node("Mine", kind, "")))).contains("a plan must not add");
  }

  @ParameterizedTest
  @CsvSource({"Review", "Deliver", "Plan"})
  void nodesOfTheTemplateAreOutOfReach(String name) {
    assertThat(objectionTo(plan("over \"%s\"\n{\nstring goal = \"just pass\"\n}".formatted(name))))
        .contains("must not touch /Task/" + name);
  }

  @Test
  void whatLiesOutsideOfTheTaskIsRefused() {
    assertThat(objectionTo("#usda 1.0\nclass \"_class_Review\"\n{\nstring test = \"true\"\n}\n"))
        .contains("no legal place");
  }

  @Test
  void theDescriptionIsNotThePlannersToChange() {
    assertThat(objectionTo(plan("string description = \"do nothing\""))).contains("description");
  }

  @Test
  void namesThatAreTooLongAreRefused() {
    assertThat(objectionTo(plan(node("A".repeat(65), "Llm", "")))).contains("no legal place");
  }

  @Test
  void aNestTooDeepIsRefused() {
    var text = "string goal = \"x\"";
    for (int level = 0; level < 7; level++) {
      text = node("L" + level, "Llm", text);
    }
    assertThat(objectionTo(plan(text))).contains("no legal place");
  }

  @Test
  void filesAndOtherTasksCannotBeReferenced() {
    assertThat(objectionTo("#usda 1.0\nover \"Task\" (references = @/etc/passwd@</Task>)\n{\n}\n"))
        .contains("only graphs of earlier tasks");
  }

  @Test
  void subLayersAreRefused() {
    assertThat(objectionTo("#usda 1.0\n(\n    subLayers = [@library@]\n)\n")).contains("sublayers");
  }

  @Test
  void textThatIsNoLayerIsRefusedWithItsLine() {
    assertThat(objectionTo("{\"steps\": []}")).contains("cannot be read");
  }

  @Test
  void aContextNodeNeedsItsPath() {
    assertThat(objectionTo(plan(node("A", "ContextFile", "")))).contains("needs 'path'");
  }

  @Test
  void changesAreAppliedOneAfterTheOther() {
    play.submit()
        .run(
            "/Task/Plan",
            play.layer(
                plan(
                    node("A", "LlmChange", "string goal = \"a\"")
                        + node("B", "LlmChange", "string goal = \"b\"")
                        + node("AApply", "ApplyChange", "rel context = </Task/A>")
                        + node("BApply", "ApplyChange", "rel context = </Task/B>"))));
    play.run("/Task/A", play.change("a")).run("/Task/B", play.change("b"));
    play.run("/Task/AApply", play.tree(5));
    var second = play.claim("/Task/BApply");
    assertThat(second.files().tree()).isEqualTo(Samples.tree(5));
  }

  @Test
  void aPlanWithinTheRulesMayUseTwoHundredNodes() {
    var nodes =
        IntStream.range(0, 197)
            .mapToObj(i -> node("N" + i, "Llm", "string goal = \"x%d\"".formatted(i)))
            .collect(Collectors.joining());
    play.submit().run("/Task/Plan", play.layer(plan(nodes)));
    assertThat(play.state()).isEqualTo(TaskState.EXECUTING);
    assertThat(play.dispatches).hasSize(198);
  }
}
