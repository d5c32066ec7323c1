package dev.taskmaster.planner.disaggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.Input;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.planner.Composition;
import dev.taskmaster.planner.FakeTree;
import dev.taskmaster.planner.ScriptedPlanner;
import dev.taskmaster.planner.Sketches;
import dev.taskmaster.views.GraphMatch;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.testing.Orders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisaggregateTest {
  private final ScriptedPlanner planner = new ScriptedPlanner();

  @AfterEach
  void stop() {
    planner.close();
  }

  @Test
  void aSmallProjectIsOneNodeAndAsksNoModel() throws Exception {
    var plan = planner.plan(plan().build(), FakeTree.small());

    var graph = Composition.of(plan.layer());
    assertThat(graph.nodes()).containsExactly("Fix", "FixApply");
    assertThat(graph.text("Fix", "kind")).isEqualTo("llm-change");
    assertThat(graph.text("Fix", "prompt")).isEqualTo("code-change-python@1");
    assertThat(graph.texts("Fix", "reads")).containsExactly("calc.py", "test_calc.py");
    assertThat(graph.targets("FixApply", "dependsOn")).containsExactly("Fix");
    assertThat(plan.layer()).contains("inherits = </_class_WriteCode>");
    assertThat(planner.server.requests()).isEmpty();
  }

  @Test
  void theSameTaskGivesTheSameLayer() throws Exception {
    assertThat(planner.plan(plan().build(), FakeTree.small()).layer())
        .isEqualTo(planner.plan(plan().build(), FakeTree.small()).layer());
  }

  @ParameterizedTest
  @CsvSource({"fix-bug, Fix, FixBug", "write-test, WriteTest, WriteTest"})
  void theReadyMadeTaskSaysWhatTheNodeIs(String as, String name, String role) throws Exception {
    var plan = planner.plan(plan().options(as(as)).build(), FakeTree.small());

    var graph = Composition.of(plan.layer());
    assertThat(graph.nodes()).containsExactly(name, name + "Apply");
    assertThat(plan.layer()).contains("inherits = </_class_" + role + ">");
  }

  @Test
  void exploringOnlyReadsBecauseTheReadyMadeTaskAnswers() throws Exception {
    var small = planner.plan(plan().options(as("explore-code")).build(), FakeTree.small());
    assertThat(Composition.of(small.layer()).nodes())
        .containsExactly("Ctx_1_calc_py", "Ctx_2_test_calc_py");

    planner.server.next(Answer.json("{\"context\":[{\"kind\":\"file\",\"path\":\"calc.py\"}]}"));
    var large = planner.plan(plan().options(as("explore-code")).build(), FakeTree.large());
    assertThat(Composition.of(large.layer()).nodes()).containsExactly("Ctx_1_calc_py");
  }

  @Test
  void aSourceTooLargeToReadIsNoSmallTask() throws Exception {
    planner.server.next(Answer.json("{\"context\":[]}"));

    var plan =
        planner.plan(plan().build(), FakeTree.small().with("big.py", "x = 1\n".repeat(4000)));

    assertThat(Composition.of(plan.layer()).nodes()).containsExactly("Steps");
  }

  @Test
  void dataTooLargeToReadDoesNotMakeATaskLarge() throws Exception {
    var tree = FakeTree.small().with("data.csv", "1,2\n".repeat(9000)).with("logo.png", "\0");

    assertThat(Composition.of(planner.plan(plan().build(), tree).layer()).texts("Fix", "reads"))
        .containsExactly("calc.py", "test_calc.py");
  }

  @Test
  void aLargeProjectIsAskedForContextFirst() throws Exception {
    planner.server.next(
        Answer.json(
            """
            {"context":[{"kind":"file","path":"rounding.py","query":"","why":"rounds"},
                        {"kind":"search","path":"","query":"round_total(","why":"callers"}]}"""));

    var plan = planner.plan(plan().build(), FakeTree.large());

    var graph = Composition.of(plan.layer());
    assertThat(graph.nodes()).containsExactly("Ctx_1_rounding_py", "Ctx_2_round_total", "Steps");
    assertThat(graph.text("Ctx_1_rounding_py", "path")).isEqualTo("src/app/rounding.py");
    assertThat(graph.text("Ctx_2_round_total", "query")).isEqualTo("round_total(");
    assertThat(graph.text("Steps", "phase")).isEqualTo("steps");
    assertThat(graph.targets("Steps", "context"))
        .containsExactly("Ctx_1_rounding_py", "Ctx_2_round_total");
    assertThat(planner.server.lastRequest().user())
        .contains("Fix the rounding of totals.")
        .contains("src/app/rounding.py");
    assertThat(planner.server.lastRequest().bytes()).isLessThan(8_000);
  }

  @Test
  void aPathThatIsNotThereIsAskedForAgainWithTheNearest() throws Exception {
    planner.server.next(
        Answer.json("{\"context\":[{\"kind\":\"file\",\"path\":\"src/roundings.py\"}]}"),
        Answer.json("{\"context\":[{\"kind\":\"file\",\"path\":\"src/app/rounding.py\"}]}"));

    planner.plan(plan().build(), FakeTree.large());

    assertThat(planner.server.requests()).hasSize(2);
    assertThat(planner.server.lastRequest().user())
        .contains("there is no file \"src/roundings.py\"; the nearest are src/app/rounding.py");
  }

  @Test
  void stepsBecomeChangesThatAreAppliedOneAfterTheOther() throws Exception {
    planner.server.next(
        steps(
            """
            {"name":"A","kind":"llm-change","goal":"Do a.","context":["Ctx_1_calc_py"],"files":["calc.py","test_calc.py"]}""",
            """
            {"name":"B","kind":"llm-change","goal":"Do b.","files":["src/app/rounding.py"]}""",
            """
            {"name":"C","kind":"llm-change","goal":"Do c.","files":["calc.py"],"tier":"premium"}""",
            """
            {"name":"Check","kind":"command","goal":"Check.","command":"test","dependsOn":["C"]}""",
            """
            {"name":"Ask","kind":"human","goal":"Which rate?"}""",
            """
            {"name":"Say","kind":"llm","goal":"Sum up.","files":["calc.py"],"dependsOn":["Ask","Check"]}"""));

    var graph = Composition.of(planner.plan(stepsOrder().build(), FakeTree.large()).layer());

    assertThat(graph.nodes())
        .containsExactly("A", "AApply", "B", "BApply", "C", "CApply", "Check", "Ask", "Say");
    assertThat(graph.targets("A", "context")).containsExactly("Ctx_1_calc_py");
    assertThat(graph.texts("A", "reads")).containsExactly("test_calc.py");
    assertThat(graph.targets("B", "dependsOn")).as("touches other files").isEmpty();
    assertThat(graph.targets("BApply", "dependsOn")).containsExactly("B", "AApply");
    assertThat(graph.targets("C", "dependsOn"))
        .as("touches what A touched")
        .containsExactly("AApply");
    assertThat(graph.targets("CApply", "dependsOn")).containsExactly("C", "BApply");
    assertThat(graph.text("C", "tier")).isEqualTo("premium");
    assertThat(graph.text("Check", "command")).isEqualTo("pytest -q");
    assertThat(graph.targets("Check", "dependsOn")).containsExactly("CApply");
    assertThat(graph.text("Ask", "question")).isEqualTo("Which rate?");
    assertThat(graph.targets("Say", "context")).containsExactly("Ask", "Check");
    assertThat(graph.text("Say", "prompt")).isEqualTo("explore@1");
    assertThat(planner.server.lastRequest().user())
        .contains("def total(items):")
        .contains("- test: pytest -q");
  }

  @Test
  void whatWaitsForASplitStepWaitsForAllOfIt() throws Exception {
    planner.server.next(
        steps(
            "{\"name\":\"Part\",\"kind\":\"disaggregate\",\"goal\":\"The large part.\"}",
            "{\"name\":\"Last\",\"kind\":\"llm-change\",\"goal\":\"The rest.\",\"dependsOn\":[\"Part\"]}"));
    var first = planner.plan(stepsOrder().build(), FakeTree.large());
    var graph = Composition.of(first.layer());
    assertThat(graph.text("Part", "depth")).isEqualTo("1");
    assertThat(graph.texts("Part", "names")).containsExactly("/Task/Last");

    planner.server.next(
        Answer.json("{\"context\":[{\"kind\":\"file\",\"path\":\"calc.py\"}]}"),
        steps(
            "{\"name\":\"In\",\"kind\":\"llm-change\",\"goal\":\"Inside.\",\"files\":[\"calc.py\"]}"));
    var part =
        order("/Task/Part")
            .says("depth", 1)
            .says("goal", "The large part.")
            .says("names", List.of("/Task/Last"));
    var second = planner.plan(part.build(), FakeTree.large());
    assertThat(Composition.of(second.layer(), first.layer()).targets("Part/Steps", "context"))
        .containsExactly("Part/Ctx_1_calc_py");
    var inner =
        order("/Task/Part/Steps")
            .says("phase", "steps")
            .says("depth", 1)
            .says("names", List.of("/Task/Last"));
    var third = planner.plan(inner.build(), FakeTree.large());

    var whole = Composition.of(third.layer(), second.layer(), first.layer());
    assertThat(whole.nodes()).contains("Part/In", "Part/InApply");
    assertThat(whole.targets("Last", "dependsOn")).containsExactly("Part", "Part/InApply");
  }

  @Test
  void atTheLimitOfDepthNothingIsSplitFurther() throws Exception {
    planner.server.next(
        steps("{\"name\":\"Part\",\"kind\":\"disaggregate\",\"goal\":\"More.\"}"),
        steps("{\"name\":\"Leaf\",\"kind\":\"llm-change\",\"goal\":\"All.\"}"));

    var plan = planner.plan(stepsOrder().says("depth", 3).build(), FakeTree.large());

    assertThat(Composition.of(plan.layer()).nodes()).containsExactly("Leaf", "LeafApply");
    assertThat(planner.server.requests().getFirst().body())
        .doesNotContain("\"human\",\"disaggregate\"");
    assertThat(planner.server.lastRequest().user()).contains("Part cannot be split further");
  }

  @Test
  void anUnusablePlanIsAskedForAgainExactlyTwiceThenFailsWithTheReason() {
    planner.server.rule(
        request -> steps("{\"name\":\"A\",\"kind\":\"llm\",\"goal\":\"g\",\"dependsOn\":[\"A\"]}"));

    var failed = fails(stepsOrder().build());

    assertThat(planner.server.requests()).hasSize(3);
    assertThat(failed.outcome().fault()).isEqualTo(FaultKind.INPUT);
    assertThat(failed).hasMessageContaining("/Task/Steps").hasMessageContaining("A → A");
  }

  @Test
  void whatIsNotJsonIsAskedForAgainToo() throws Exception {
    planner.server.next(
        Answer.text("Sure! Here is my plan."),
        Answer.truncated("{\"steps\":[{\"name\":"),
        steps("{\"name\":\"A\",\"kind\":\"llm-change\",\"goal\":\"g\"}"));

    assertThat(Composition.of(planner.plan(stepsOrder().build(), FakeTree.large()).layer()).nodes())
        .containsExactly("A", "AApply");
  }

  @Test
  void tenThousandStepsFailCheaply() {
    var many =
        IntStream.range(0, 10_000)
            .mapToObj("{\"name\":\"S%d\",\"kind\":\"llm\",\"goal\":\"g\"}"::formatted)
            .toArray(String[]::new);
    planner.server.rule(request -> steps(many));

    var failed = fails(stepsOrder().build());

    assertThat(failed).hasMessageContaining("there are 10000 steps; a plan has 1 to 40");
    assertThat(planner.server.requests())
        .allSatisfy(request -> assertThat(request.bytes()).isLessThan(20_000));
  }

  @Test
  void aGraphThatFitsIsReferencedAndVaried() throws Exception {
    planner.library.add(
        match("a".repeat(64), 0.8, "committed", definition("calc.py", "Old goal.")));

    var plan = planner.plan(plan().build(), FakeTree.large());

    assertThat(plan.reusedFrom()).isEqualTo("a".repeat(64));
    assertThat(plan.reuseScore()).isEqualTo(0.8);
    assertThat(plan.layer()).contains("@graph:" + "a".repeat(64) + "@</Task>");
    assertThat(plan.layer()).contains("string goal = \"Fix the rounding of totals.\"");
    assertThat(planner.server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.59, committed, calc.py, auto",
    "0.90, rejected, calc.py, auto",
    "0.90, committed, gone.py, auto",
    "0.90, committed, calc.py, never",
  })
  void aGraphThatDoesNotFitIsNotUsed(double score, String outcome, String file, String reuse)
      throws Exception {
    planner.library.add(match("a".repeat(64), score, outcome, definition(file, "Old goal.")));
    planner.server.next(Answer.json("{\"context\":[]}"));

    var plan = planner.plan(plan().options(reuse(reuse)).build(), FakeTree.large());

    assertThat(plan.reusedFrom()).isNull();
    assertThat(plan.reuseScore()).isEqualTo(reuse.equals("never") ? 0 : score);
  }

  @Test
  void aSmallProjectIsReadWholeRatherThanByAnOldGraphThatLeavesOutAFile() throws Exception {
    planner.library.add(match("a".repeat(64), 0.9, "committed", definition("calc.py", "")));

    assertThat(planner.plan(plan().build(), FakeTree.small()).reusedFrom()).isNull();
  }

  @Test
  void aGraphThatIsAskedForByNameIsUsedWhateverItsScore() throws Exception {
    planner.library.add(match("b".repeat(64), 0.1, "committed", definition("calc.py", "")));

    var plan = planner.plan(plan().options(reuse("b".repeat(64))).build(), FakeTree.large());

    assertThat(plan.reusedFrom()).isEqualTo("b".repeat(64));
    var missing =
        catchThrowableOfType(
            AttemptFailedException.class,
            () -> planner.plan(plan().options(reuse("c".repeat(64))).build(), FakeTree.large()));
    assertThat(missing.outcome().fault()).isEqualTo(FaultKind.CONFIGURATION);
  }

  @Test
  void planningAgainShowsTheOldPlanKeepsNamesAndPutsAwayWhatOnlyRoundsStillSpeakOf()
      throws Exception {
    var round =
        """
        #usda 1.0
        over "Task" {
            over "A" { string notes:r1 = "Mind the gap."
            }
            over "B" { string notes:r1 = "No longer planned."
            }
        }
        """;
    planner.server.next(
        Answer.json("{\"context\":[{\"kind\":\"file\",\"path\":\"calc.py\"}]}"),
        steps(
            "{\"name\":\"A\",\"kind\":\"llm-change\",\"goal\":\"Do a better.\",\"context\":[\"Ctx_7_calc_py\"]}"));

    var plan = planner.plan(Sketches.with(plan().build(), 1, oldPlan(), null), FakeTree.large());
    var between = Composition.of(round, plan.layer());
    assertThat(between.nodes()).containsExactlyInAnyOrder("Ctx_7_calc_py", "Steps");
    assertThat(between.allActive()).as("nothing dangles").hasSameElementsAs(between.nodes());

    var again = stepsOrder("/Task/Ctx_7_calc_py").build();
    var steps = planner.plan(Sketches.with(again, 1, oldPlan(), null), FakeTree.large());
    var after = Composition.of(round, steps.layer(), plan.layer());
    assertThat(after.nodes()).containsExactlyInAnyOrder("Ctx_7_calc_py", "Steps", "A", "AApply");
    assertThat(after.allActive()).as("nothing dangles").hasSameElementsAs(after.nodes());
    assertThat(after.text("A", "goal")).isEqualTo("Do a better.");
    assertThat(after.text("A", "notes:r1")).isEqualTo("Mind the gap.");
    assertThat(planner.server.lastRequest().user()).contains("- A (llm-change, succeeded): Do a.");
  }

  private static List<WorkOrder.NodeSketch> oldPlan() {
    return List.of(
        Sketches.node("Plan", NodeKind.DISAGGREGATE, Map.of()),
        Sketches.node("Ctx_7_calc_py", NodeKind.CONTEXT_FILE, Map.of("path", "calc.py")),
        Sketches.node("Ctx_8_gone", NodeKind.CONTEXT_SEARCH, Map.of("query", "gone")),
        Sketches.node("Steps", NodeKind.DISAGGREGATE, Map.of("phase", "steps"), "Ctx_7_calc_py"),
        Sketches.node("A", NodeKind.LLM_CHANGE, Map.of("goal", "Do a."), "Ctx_7_calc_py"),
        Sketches.node("AApply", NodeKind.APPLY_CHANGE, Map.of(), "A"),
        Sketches.node("B", NodeKind.LLM, Map.of("goal", "Do b."), "A"),
        Sketches.node("Review", NodeKind.REVIEW, Map.of("after", "plan"), "B"));
  }

  private AttemptFailedException fails(WorkOrder order) {
    return catchThrowableOfType(
        AttemptFailedException.class, () -> planner.plan(order, FakeTree.large()));
  }

  private Orders plan() {
    return order("/Task/Plan");
  }

  private static Orders order(String node) {
    return Orders.of(NodeKind.DISAGGREGATE).node(node).project(Orders.project("pytest -q", ""));
  }

  private Orders stepsOrder() {
    return stepsOrder("/Task/Ctx_1_calc_py");
  }

  private Orders stepsOrder(String context) {
    var bytes = "def total(items):\n    return sum(items)\n";
    var ref = new BlobRef(planner.blobs.put(bytes).value(), bytes.length());
    return order("/Task/Steps")
        .says("phase", "steps")
        .input(
            new Input(
                new NodePath(context),
                NodeKind.CONTEXT_FILE,
                true,
                "calc.py",
                new NodeResult.Text(ref)));
  }

  private static Answer steps(String... steps) {
    return Answer.json(
        List.of(steps).stream().collect(Collectors.joining(",", "{\"steps\":[", "]}")));
  }

  private static GraphMatch match(String id, double score, String outcome, String layer) {
    return new GraphMatch(id, "Fix rounding", List.of("python"), score, outcome, 1, layer);
  }

  private static String definition(String file, String goal) {
    return """
        #usda 1.0
        (
            defaultPrim = "Task"
        )
        def "Task" {
            def "Fix" {
                token kind = "llm-change"
                string[] reads = ["%s"]
                %s
            }
        }
        """
        .formatted(file, goal.isEmpty() ? "" : "string goal = \"" + goal + "\"");
  }

  private static TaskOptions as(String as) {
    return new TaskOptions(as, null, null, null, null, null, null, false, false, "auto");
  }

  private static TaskOptions reuse(String reuse) {
    return new TaskOptions(null, null, null, null, null, null, null, false, false, reuse);
  }
}
