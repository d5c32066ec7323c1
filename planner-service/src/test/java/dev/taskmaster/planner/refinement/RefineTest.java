package dev.taskmaster.planner.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.FailureReport;
import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.planner.Composition;
import dev.taskmaster.planner.FakeTree;
import dev.taskmaster.planner.ScriptedPlanner;
import dev.taskmaster.planner.Sketches;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.testing.Orders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefineTest {
  private static final String PLAN =
      """
      #usda 1.0
      over "Task" {
          def "Fix" { token kind = "llm-change"
              string[] reads = ["calc.py"]
          }
          def "FixApply" { token kind = "apply-change"
              rel dependsOn = </Task/Fix>
          }
      }
      """;

  private final ScriptedPlanner planner = new ScriptedPlanner();

  @AfterEach
  void stop() {
    planner.close();
  }

  @Test
  void aNoteBecomesALayerOnTheNodeAtFault() throws Exception {
    answer("Fix", "note", "Totals are in cents.");

    var round = planner.refine(order(), FakeTree.small());

    assertThat(round.cause()).isEqualTo(new NodePath("/Task/Fix"));
    assertThat(round.changed()).containsExactly("/Task/Fix.notes:r1");
    assertThat(round.fallback()).isFalse();
    var graph = Composition.of(round.layer(), PLAN);
    assertThat(graph.text("Fix", "notes:r1")).isEqualTo("Totals are in cents.");
    assertThat(graph.nodes()).containsExactly("Fix", "FixApply");
  }

  @Test
  void aMissingFileBecomesAContextNodeThatOnlyTheNodeAtFaultReads() throws Exception {
    planner.server.next(
        Answer.json(
            "{\"cause\":\"/Task/Fix\",\"remedy\":\"context-file\",\"path\":\"test_calc.py\"}"));

    var round = planner.refine(order(), FakeTree.small());

    assertThat(round.changed())
        .containsExactly("/Task/Fix.context", "/Task/Ctx_r1_test_calc_py.path");
    var graph = Composition.of(round.layer(), PLAN);
    assertThat(graph.targets("Fix", "context")).containsExactly("Ctx_r1_test_calc_py");
    assertThat(graph.text("Ctx_r1_test_calc_py", "path")).isEqualTo("test_calc.py");
    assertThat(graph.text("Ctx_r1_test_calc_py", "kind")).isEqualTo("context-file");
  }

  @Test
  void aSearchBecomesAContextNodeToo() throws Exception {
    planner.server.next(
        Answer.json("{\"cause\":\"Fix\",\"remedy\":\"context-search\",\"query\":\"total(\"}"));

    var graph = Composition.of(planner.refine(order(), FakeTree.small()).layer(), PLAN);

    assertThat(graph.text("Ctx_r1_total", "query")).isEqualTo("total(");
  }

  @Test
  void aStrongerTierIsSaidOnTheNode() throws Exception {
    planner.server.next(
        Answer.json("{\"cause\":\"Fix\",\"remedy\":\"tier\",\"tier\":\"premium\"}"));

    var round = planner.refine(order(), FakeTree.small());

    assertThat(round.changed()).containsExactly("/Task/Fix.tier");
    assertThat(Composition.of(round.layer(), PLAN).text("Fix", "tier")).isEqualTo("premium");
  }

  @Test
  void aFaultOfTheDescriptionIsNotedOnTheTask() throws Exception {
    answer("Fix", "description", "It is about gross totals.");

    var round = planner.refine(order(), FakeTree.small());

    assertThat(round.cause()).isEqualTo(new NodePath("/Task"));
    assertThat(round.changed()).containsExactly("/Task.notes:r1");
    assertThat(Composition.of(round.layer(), PLAN).text("/Task", "notes:r1"))
        .startsWith("It is about");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"cause\":\"Review\",\"remedy\":\"note\",\"note\":\"x\"}|cause \"Review\" is no node that can be corrected; choose /Task/Fix or /Task",
        "{\"cause\":\"/Task/Plan\",\"remedy\":\"note\",\"note\":\"x\"}|is no node that can be corrected",
        "{\"cause\":\"Forgotten\",\"remedy\":\"note\",\"note\":\"x\"}|is no node that can be corrected; choose /Task/Fix or /Task",
        "{\"cause\":\"Fix\",\"remedy\":\"pray\"}|remedy \"pray\" is unknown",
        "{\"cause\":\"Fix\",\"remedy\":\"note\",\"note\":\" \"}|the note is empty",
        "{\"cause\":\"Fix\",\"remedy\":\"context-file\",\"path\":\"clac.py\"}|there is no file \"clac.py\"; the nearest are calc.py",
        "{\"cause\":\"Fix\",\"remedy\":\"context-file\",\"path\":\"calc.py\"}|/Task/Fix reads calc.py already",
        "{\"cause\":\"Fix\",\"remedy\":\"context-search\",\"query\":\"\"}|a query has 1 to 200 characters",
        "{\"cause\":\"Fix\",\"remedy\":\"tier\",\"tier\":\"economy\"}|not stronger than economy",
        "{\"cause\":\"/Task\",\"remedy\":\"tier\",\"tier\":\"premium\"}|/Task can only be given a note",
      })
  void anAnswerThatDoesNotFitTheGraphIsAskedForAgainWithTheReason(String first, String reason)
      throws Exception {
    planner.server.next(Answer.json(first));
    answer("Fix", "note", "Better.");

    var round = planner.refine(order(), FakeTree.small());

    assertThat(round.fallback()).isFalse();
    assertThat(planner.server.lastRequest().user()).contains(reason);
  }

  @Test
  void anUnusableAnswerLeavesItToTheRule() throws Exception {
    planner.server.rule(request -> Answer.text("I would rather not."));

    var round = planner.refine(order(), FakeTree.small());

    assertThat(planner.server.requests()).hasSize(3);
    assertThat(round.fallback()).isTrue();
    assertThat(round.cause()).isEqualTo(new NodePath("/Task/Fix"));
    assertThat(round.changed()).containsExactly("/Task/Fix.notes:r1");
    assertThat(Composition.of(round.layer(), PLAN).text("Fix", "notes:r1"))
        .contains("test_total: assert 2 == 1")
        .contains("test: test_calc.py:4")
        .contains("E  assert 2 == 1");
  }

  @Test
  void aModelThatCannotBePaidLeavesItToTheRule() throws Exception {
    var poor = Orders.of(NodeKind.REFINE).node("/Task/Refine1").reserved(BigDecimal.ZERO).build();
    planner.server.rule(request -> Answer.status(401, "no such key"));

    assertThat(planner.refine(with(poor, 1, failure()), FakeTree.small()).fallback()).isTrue();
  }

  @Test
  void aPassingFaultIsTriedAgainBeforeTheRuleAnswers() throws Exception {
    planner.server.rule(request -> Answer.nonJson());
    var order = Orders.of(NodeKind.REFINE).node("/Task/Refine1").build();

    var failed =
        catchThrowableOfType(
            AttemptFailedException.class,
            () -> planner.refine(with(order, 1, failure()), FakeTree.small()));
    assertThat(failed.outcome().fault()).isEqualTo(FaultKind.TRANSIENT);
    assertThat(planner.refine(with(order, 2, failure()), FakeTree.small()).fallback()).isTrue();
  }

  @Test
  void theSameFailureAgainRaisesTheTierByTheRule() throws Exception {
    var failure = failure("test_total: assert 2 == 1");
    var order = Orders.of(NodeKind.REFINE).node("/Task/Refine2").round(2).build();

    var round = planner.refine(with(order, 1, failure), FakeTree.small());

    assertThat(planner.server.requests()).isEmpty();
    assertThat(round.fallback()).isTrue();
    assertThat(round.changed()).containsExactly("/Task/Fix.notes:r2", "/Task/Fix.tier");
    assertThat(Composition.of(round.layer(), PLAN).text("Fix", "tier")).isEqualTo("standard");
  }

  @Test
  void theQuestionIsLean() throws Exception {
    answer("Fix", "note", "x");

    planner.refine(order(), FakeTree.small());

    var request = planner.server.lastRequest();
    assertThat(request.bytes()).isLessThan(4096);
    assertThat(request.user())
        .contains("test_total: assert 2 == 1")
        .contains("- /Task/Fix: llm-change, tier economy, reads calc.py")
        .contains("-    return sum(items)");
  }

  @Test
  void hugeFindingsAndDescriptionsStayBounded() throws Exception {
    answer("Fix", "note", "x");
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < 500; i++) {
      findings.add(new Finding("test", "message " + i, "calc.py", i, "excerpt\n".repeat(50)));
    }
    var order =
        Orders.of(NodeKind.REFINE).node("/Task/Refine1").description("word ".repeat(5000)).build();

    planner.refine(
        with(
            order,
            1,
            new FailureReport(new NodePath("/Task/Review"), "first", findings, List.of())),
        FakeTree.large());

    assertThat(planner.server.lastRequest().bytes()).isLessThan(6_500);
  }

  private void answer(String cause, String remedy, String note) {
    planner.server.next(
        Answer.json(
            "{\"cause\":\"%s\",\"remedy\":\"%s\",\"note\":\"%s\"}".formatted(cause, remedy, note)));
  }

  private WorkOrder order() {
    return with(Orders.of(NodeKind.REFINE).node("/Task/Refine1").build(), 1, failure());
  }

  private static FailureReport failure(String... earlier) {
    return new FailureReport(
        new NodePath("/Task/Review"),
        "test_total: assert 2 == 1",
        List.of(
            new Finding(
                "test",
                "test_total: assert 2 == 1",
                "test_calc.py",
                4,
                "> assert total([1]) == 1\nE  assert 2 == 1")),
        List.of(earlier));
  }

  private WorkOrder with(WorkOrder order, int attempt, FailureReport failure) {
    return Sketches.with(order, attempt, graph(), failure);
  }

  private List<NodeSketch> graph() {
    var diff =
        "--- a/calc.py\n+++ b/calc.py\n@@ -1,2 +1,2 @@\n def total(items):\n-    return sum(items)\n+    return 2\n";
    var ref = new BlobRef(planner.blobs.put(diff).value(), diff.length());
    return List.of(
        Sketches.node("Plan", NodeKind.DISAGGREGATE, Map.of()),
        Sketches.node(
            "Fix",
            NodeKind.LLM_CHANGE,
            new NodeResult.Change(ref),
            Map.of("reads", List.of("calc.py"))),
        Sketches.node("FixApply", NodeKind.APPLY_CHANGE, Map.of(), "Fix"),
        Sketches.node(
            "Forgotten", NodeKind.LLM_CHANGE, Map.of("goal", "Of a plan that no longer counts.")),
        Sketches.node("Review", NodeKind.REVIEW, Map.of("after", "plan"), "FixApply", "Plan"));
  }
}
