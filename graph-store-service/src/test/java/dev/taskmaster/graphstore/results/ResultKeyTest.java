package dev.taskmaster.graphstore.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.graphstore.ledger.Samples;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultKeyTest {
  private static final NodePath FIX = new NodePath("/Task/Fix");

  private static PlannedNode node(NodeKind kind, Object... opinions) {
    var said = new HashMap<String, Opinion>();
    said.put("kind", new Opinion(kind.wireName(), "library", "/_class"));
    for (int i = 0; i < opinions.length; i += 2) {
      said.put((String) opinions[i], new Opinion(opinions[i + 1], "plan", "/Task/Fix"));
    }
    return new PlannedNode(FIX, kind, said, List.of(), List.of());
  }

  private static ResultKey.Surroundings around(String description, String tree, String... hashes) {
    var dependencies =
        java.util.Arrays.stream(hashes)
            .map(
                hash ->
                    new ResultKey.Dependency(
                        new NodePath("/Task/D" + hash), NodeKind.CONTEXT_FILE, hash))
            .toList();
    return new ResultKey.Surroundings(
        description,
        tree,
        dependencies,
        Samples.project("acme", BigDecimal.ONE, 3),
        TaskOptions.none());
  }

  private static String key(PlannedNode node) {
    return ResultKey.of(node, around("d", "t")).value();
  }

  @ParameterizedTest
  @CsvSource({"goal", "tier", "temperature", "maxOutputTokens", "prompt", "notes:r1", "reads"})
  void whatAModelMayBeToldCounts(String name) {
    assertThat(key(node(NodeKind.LLM_CHANGE, name, "a")))
        .isNotEqualTo(key(node(NodeKind.LLM_CHANGE, name, "b")))
        .isNotEqualTo(key(node(NodeKind.LLM_CHANGE)));
  }

  @ParameterizedTest
  @CsvSource({"label", "priority", "after"})
  void howANodeIsShownDoesNotCount(String name) {
    assertThat(key(node(NodeKind.LLM_CHANGE, name, "a"))).isEqualTo(key(node(NodeKind.LLM_CHANGE)));
  }

  @Test
  void whoSaidItAndWhereTheNodeStandsDoesNotCount() {
    var there =
        new PlannedNode(
            new NodePath("/Task/Other"),
            NodeKind.LLM,
            Map.of("goal", new Opinion("g", "round-2", "/x")),
            List.of(),
            List.of());
    assertThat(key(there)).isEqualTo(key(node(NodeKind.LLM, "goal", "g")));
  }

  @ParameterizedTest
  @CsvSource({"goal", "prompt", "tier", "notes:r1", "temperature"})
  void aFileIsTheSameFileWhateverIsSaidAboutItsReader(String name) {
    assertThat(key(node(NodeKind.CONTEXT_FILE, "path", "a.py", name, "x")))
        .isEqualTo(key(node(NodeKind.CONTEXT_FILE, "path", "a.py")));
  }

  @Test
  void kindsNeverShareAKey() {
    var keys = new HashSet<String>();
    for (var kind : NodeKind.values()) {
      keys.add(key(node(kind)));
    }
    assertThat(keys).hasSize(NodeKind.values().length);
  }

  @ParameterizedTest
  @EnumSource(NodeKind.class)
  void theDescriptionCountsForThoseWhoReadIt(NodeKind kind) {
    var one = ResultKey.of(node(kind), around("one", "t")).value();
    var two = ResultKey.of(node(kind), around("two", "t")).value();
    assertThat(one.equals(two)).isEqualTo(!kind.callsModel());
  }

  @Test
  void theFilesCountForThoseWhoSeeThem() {
    for (var kind : NodeKind.values()) {
      var one = ResultKey.of(node(kind), around("d", "one")).value();
      var two = ResultKey.of(node(kind), around("d", "two")).value();
      boolean blind = kind == NodeKind.HUMAN || kind == NodeKind.LLM;
      assertThat(one.equals(two)).as(kind.wireName()).isEqualTo(blind);
    }
    var reading = node(NodeKind.LLM, "reads", List.of("a.py"));
    assertThat(ResultKey.of(reading, around("d", "one")))
        .isNotEqualTo(ResultKey.of(reading, around("d", "two")));
  }

  @Test
  void resultsOfDependenciesCountInTheirOrder() {
    var node = node(NodeKind.LLM);
    var keys =
        List.of(
            ResultKey.of(node, around("d", "t")).value(),
            ResultKey.of(node, around("d", "t", "a")).value(),
            ResultKey.of(node, around("d", "t", "b")).value(),
            ResultKey.of(node, around("d", "t", "a", "b")).value(),
            ResultKey.of(node, around("d", "t", "b", "a")).value());
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void aPlansResultDoesNotCountForThoseItPlanned() {
    var node = node(NodeKind.LLM);
    var plan =
        new ResultKey.Dependency(new NodePath("/Task/Plan"), NodeKind.DISAGGREGATE, "layer-1");
    var with =
        new ResultKey.Surroundings(
            "d",
            "t",
            List.of(plan),
            Samples.project("acme", BigDecimal.ONE, 3),
            TaskOptions.none());
    assertThat(ResultKey.of(node, with).value()).isEqualTo(key(node));
  }

  @Test
  void valuesThatLookAlikeAreNotTheSame() {
    assertThat(key(node(NodeKind.LLM, "reads", List.of("a", "b"))))
        .isNotEqualTo(key(node(NodeKind.LLM, "reads", List.of("a, b"))))
        .isNotEqualTo(key(node(NodeKind.LLM, "reads", "[a, b]")));
    assertThat(key(node(NodeKind.LLM, "temperature", 1)))
        .isEqualTo(key(node(NodeKind.LLM, "temperature", 1.0)))
        .isNotEqualTo(key(node(NodeKind.LLM, "temperature", "1.0")));
    assertThat(key(node(NodeKind.LLM, "goal", "a", "role", "b")))
        .isNotEqualTo(key(node(NodeKind.LLM, "goal", "ab", "role", "")));
  }

  @Test
  void testCommandsCountForTheReview() {
    var project = Samples.project("acme", BigDecimal.ONE, 3);
    var options =
        new TaskOptions(null, null, "make test", null, null, null, null, false, false, "auto");
    var other = new ResultKey.Surroundings("d", "t", List.of(), project, options);
    assertThat(ResultKey.of(node(NodeKind.REVIEW), other).value())
        .isNotEqualTo(key(node(NodeKind.REVIEW)));
    assertThat(ResultKey.of(node(NodeKind.LLM), other).value()).isEqualTo(key(node(NodeKind.LLM)));
  }

  @Test
  void theReasonNamesTheInputThatDiffers() {
    var before = ResultKey.of(node(NodeKind.LLM, "goal", "a"), around("d", "t", "x"));
    var node = node(NodeKind.LLM, "goal", "b", "notes:r1", "n");
    var now = ResultKey.of(node, around("e", "t", "x"));
    var why = WhyRan.of(before.inputs(), now.inputs(), node.opinions());
    assertThat(why.text())
        .contains("goal changed (layer plan)")
        .contains("notes:r1 is new (layer plan)")
        .contains("the description changed")
        .doesNotContain("/Task/Dx");
    assertThat(WhyRan.of(Map.of(), now.inputs(), Map.of()).text()).isEqualTo("its first run");
  }
}
