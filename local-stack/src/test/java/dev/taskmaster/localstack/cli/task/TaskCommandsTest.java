package dev.taskmaster.localstack.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.gateway.Explanation;
import dev.taskmaster.localstack.live.Events;
import dev.taskmaster.views.TaskView;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskCommandsTest {
  private static final String TASK = "/api/v1/tasks/" + Events.TASK;

  @TempDir Path folder;
  private Path repository;
  private FakeStack stack;

  @BeforeEach
  void start() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository"));
    stack = new FakeStack(Files.createDirectory(folder.resolve("data")));
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  private void ends(TaskState state) {
    var project =
        new ProjectSnapshot(
            new ProjectId("shop"),
            repository.toString(),
            List.of(),
            new ProjectSnapshot.Commands("", "", "t"),
            "",
            "",
            List.of("tests"),
            new ProjectSnapshot.Delivery("branch", null),
            new ProjectSnapshot.Budget(BigDecimal.ONE, 4),
            new ProjectSnapshot.Sandbox(false, List.of()),
            List.of(),
            Map.of(),
            List.of(),
            List.of());
    stack
        .gateway
        .answers(
            "POST /api/v1/tasks",
            202,
            Map.of(
                "task",
                Events.TASK,
                "project",
                project,
                "notices",
                List.of("Uncommitted changes are left out")))
        .answers("GET " + TASK, 200, Views.task(state))
        .answers("GET " + TASK + "/graph", 200, Views.graph())
        .answers("GET /api/v1/projects/shop", 200, project)
        .streams(
            new Events()
                .accepted("x")
                .task(TaskState.PLANNING, 1, "")
                .task(state, 2, "that is why")
                .all());
  }

  private int runTask(String... more) {
    var all =
        new java.util.ArrayList<>(
            List.of("run", "--repo", repository.toString(), "Fix it.", "--unsafe-host-exec"));
    all.addAll(List.of(more));
    return stack.run(all.toArray(String[]::new));
  }

  @Test
  void aTaskThatIsCommittedEndsWellAndJsonIsTheWholeResult() throws Exception {
    ends(TaskState.COMMITTED);

    assertThat(runTask("--json")).as(stack.err()).isEqualTo(ExitCode.DONE);

    var json = EventJson.mapper().readTree(stack.out());
    assertThat(json.path("task").asText()).isEqualTo(Events.TASK.value());
    assertThat(json.path("state").asText()).isEqualTo("committed");
    assertThat(json.path("rounds").asInt()).isEqualTo(2);
    assertThat(json.path("outcome").path("kind").asText()).isEqualTo("commit");
    assertThat(json.path("nodes").path("cacheHits").asInt()).isEqualTo(2);
    assertThat(json.path("cost").path("amount").decimalValue()).isEqualByComparingTo("0.0123");
    assertThat(json.path("cost").path("byTier").path("economy").path("calls").asInt()).isEqualTo(6);
    assertThat(json.path("corrections").get(0).path("reran").get(0).asText())
        .isEqualTo("/Task/Fix");
    assertThat(EventJson.mapper().readValue(stack.out(), TaskView.class))
        .isEqualTo(Views.task(TaskState.COMMITTED));
    assertThat(stack.err()).contains("note: Uncommitted changes").contains("task planning");
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskState.class,
      names = {"REJECTED", "CANCELLED", "BROKEN"})
  void aTaskThatFailsEndsWithOneAndSaysWhy(TaskState state) {
    ends(state);

    assertThat(runTask()).isEqualTo(ExitCode.FAILED);
    assertThat(stack.out()).contains(state.wireName()).contains("no rounds are left");
  }

  @Test
  void whatATaskWaitsForIsAskedOnceWithWhatItTakesToDecide() {
    ends(TaskState.COMMITTED);
    var asking =
        Views.waiting(
            new TaskView.Waiting(new NodePath("/Task/Plan"), "Approve the plan?", "Fix -> Review"));
    stack
        .gateway
        .answers("GET " + TASK, 200, asking)
        .tells(
            new Events()
                .accepted("x")
                .task(TaskState.PLAN_REVIEW, 1, "")
                .task(TaskState.EXECUTING, 1, "")
                .task(TaskState.PLAN_REVIEW, 1, "")
                .task(TaskState.CANCELLED, 1, "")
                .all());

    runTask();

    assertThat(stack.err())
        .containsOnlyOnce("Plan waits for you: Approve the plan?")
        .contains("Fix -> Review")
        .contains("./taskmaster task approve " + Events.TASK);
  }

  @Test
  void everyWishReachesTheGateway() throws Exception {
    ends(TaskState.COMMITTED);

    runTask(
        "--as",
        "fix-bug",
        "--test",
        "make t",
        "--build",
        "make",
        "--tier",
        "premium",
        "--budget",
        "1.5",
        "--rounds",
        "3",
        "--target",
        "main",
        "--dry-run",
        "--reuse",
        "never");

    var wish = stack.gateway.bodyOf("POST /api/v1/tasks ");
    assertThat(wish.toString())
        .isEqualTo(
            EventJson.mapper()
                .readTree(
                    """
            {"repo":"%s","description":"Fix it.","as":"fix-bug","test":"make t","build":"make","tier":"premium","budget":1.5,"rounds":3,"target":"main","dryRun":true,"unsafeHostExec":true,"reuse":"never"}
            """
                        .formatted(repository))
                .toString());
  }

  @Test
  void withDetachOnlyTheIdIsPrinted() {
    ends(TaskState.COMMITTED);

    assertThat(runTask("--detach")).isEqualTo(ExitCode.DONE);
    assertThat(stack.out().strip()).isEqualTo(Events.TASK.value());
    assertThat(stack.gateway.requests()).noneMatch(request -> request.contains("/events"));
  }

  @Test
  void whatTheGatewayRefusesIsBadInput() {
    stack.gateway.refuses("POST /api/v1/tasks", 422, "'x' is not in a git repository");

    assertThat(runTask("--json")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stack.err())
        .contains("taskmaster: 'x' is not in a git repository")
        .doesNotContain("\tat ");
    assertThat(stack.out()).contains("\"exitCode\" : 2");
  }

  @Test
  void inputThatIsWrongIsSaidBeforeAnythingIsAsked() {
    assertThat(stack.run("run", "--repo", folder.resolve("nowhere").toString(), "x"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(runTask("--tier", "huge")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(runTask("--rounds", "0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stack.run("run", "x")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stack.err())
        .contains("'" + folder.resolve("nowhere") + "' does not exist")
        .contains("There is no tier 'huge'. Tiers are economy, standard, premium")
        .contains("economy (small)")
        .contains("--repo");
    assertThat(stack.gateway.requests()).isEmpty();
  }

  @Test
  void brokenModelsAreNamedBeforeAnythingIsAsked() throws Exception {
    Files.writeString(
        folder.resolve("data/models.yaml"), "models:\n  - {name: x, provider: nobody}\n");

    assertThat(runTask()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stack.err()).contains("models.yaml").contains("nobody");
    assertThat(stack.gateway.requests()).isEmpty();
  }

  @Test
  void aListShowsTasksAndWhereItGoesOn() throws Exception {
    stack.gateway.answers(
        "GET /api/v1/tasks",
        200,
        Map.of("items", List.of(Views.task(TaskState.COMMITTED)), "next", "c1"));

    assertThat(stack.run("task", "list", "--state", "committed")).isEqualTo(ExitCode.DONE);
    assertThat(stack.out())
        .contains(Events.TASK.value())
        .contains("committed")
        .contains("$0.0123")
        .contains("Discounts");
    assertThat(stack.err()).contains("--cursor c1");
    assertThat(stack.gateway.requests().getFirst()).contains("state=committed");
    assertThat(stack.run("task", "list", "--state", "odd")).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void aTaskIsFoundByTheEndOfItsIdOrAsTheLast() {
    ends(TaskState.COMMITTED);
    stack.gateway.answers(
        "GET /api/v1/tasks", 200, Map.of("items", List.of(Views.task(TaskState.COMMITTED))));

    assertThat(stack.run("task", "show", "last")).as(stack.err()).isEqualTo(ExitCode.DONE);
    assertThat(stack.run("task", "show", "00000000")).isEqualTo(ExitCode.DONE);
    assertThat(stack.run("task", "show", "zzzzzzzz")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stack.err()).contains("No task is called 'zzzzzzzz'");
  }

  @Test
  void showDrawsTheTreeWithWhatWasCorrected() {
    ends(TaskState.COMMITTED);

    assertThat(stack.run("task", "show", Events.TASK.value())).isEqualTo(ExitCode.DONE);
    assertThat(stack.out())
        .contains("✓ Fix")
        .contains("small (recorded)")
        .contains("round 1 failed: test: expected 8 but was 7")
        .contains("2 rounds, 7 nodes run, 2 found, 6 calls, recorded, $0.0123");
  }

  @Test
  void explainSaysWhyEachNodeRan() {
    stack.gateway.answers(
        "GET " + TASK + "/explain",
        200,
        new Explanation(
            Views.task(TaskState.COMMITTED), List.of(Views.fix()), Views.graph().layers()));

    assertThat(stack.run("task", "explain", Events.TASK.value())).isEqualTo(ExitCode.DONE);
    assertThat(stack.out())
        .contains("/Task/Fix")
        .contains("first time")
        .contains("notes:r1 differs")
        .contains("because of round-2")
        .contains("InvoiceTest.java:12")
        .contains("1200 + 300 tokens")
        .contains("at fault /Task/Fix");
  }

  @Test
  void explainOfANodeShowsWhoSaidWhatAndTheExactWords() {
    stack
        .gateway
        .answers(
            "GET " + TASK + "/explain",
            200,
            new Explanation(
                Views.task(TaskState.COMMITTED), List.of(Views.fix()), Views.graph().layers()))
        .answers("GET " + TASK + "/blobs/" + Views.PROMPT, 200, "You change code.")
        .answers("GET " + TASK + "/blobs/" + Views.REPLY, 200, "diff --git a b");

    assertThat(stack.run("task", "explain", Events.TASK.value(), "Fix")).isEqualTo(ExitCode.DONE);
    assertThat(stack.out())
        .contains("notes:r1 = Once per invoice.")
        .contains("(round-2 at /Task/Fix.notes:r1)")
        .contains("You change code.")
        .contains("--- reply (recorded)")
        .contains("diff --git a b");
    assertThat(stack.gateway.requests().getFirst()).contains("node=Fix");
  }

  @Test
  void guidingATaskSaysWhatIsMeant() throws Exception {
    for (var action : List.of("cancel", "retry", "answers")) {
      stack.gateway.answers("POST " + TASK + "/" + action, 202, Views.task(TaskState.EXECUTING));
    }
    var id = Events.TASK.value();

    assertThat(stack.run("task", "cancel", id, "--reason", "no more")).isEqualTo(ExitCode.DONE);
    assertThat(stack.run("task", "retry", id, "--rounds", "6", "--fresh", "Fix"))
        .isEqualTo(ExitCode.DONE);
    assertThat(stack.run("answer", id, "The second.")).isEqualTo(ExitCode.DONE);
    assertThat(stack.run("task", "approve", id)).isEqualTo(ExitCode.DONE);
    assertThat(stack.run("task", "reject", id, "Too big.", "--node", "Review"))
        .isEqualTo(ExitCode.DONE);

    assertThat(
            stack.gateway.requests().stream()
                .map(request -> request.substring(request.indexOf('{'))))
        .containsExactly(
            "{\"reason\":\"no more\"}",
            "{\"rounds\":6,\"fresh\":[\"Fix\"]}",
            "{\"decision\":\"answer\",\"text\":\"The second.\"}",
            "{\"decision\":\"approve\",\"text\":\"\"}",
            "{\"decision\":\"reject\",\"text\":\"Too big.\",\"node\":\"Review\"}");
    assertThat(stack.run("task", "reject", id)).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void aGroupWithoutACommandNamesItsCommands() {
    assertThat(stack.run("task")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stack.err()).contains("list|show|explain|cancel|retry|approve|reject");
  }

  @Test
  void promptsAndProjectsAreShownAndAdded() throws Exception {
    var prompt =
        Map.of(
            "name",
            "fix",
            "version",
            2,
            "text",
            "Do it.\n",
            "tags",
            List.of("java"),
            "author",
            "me",
            "uses",
            3,
            "successes",
            2);
    stack
        .gateway
        .answers("GET /api/v1/prompts", 200, Map.of("items", List.of(prompt)))
        .answers("GET /api/v1/prompts/fix", 200, Map.of("items", List.of(prompt)))
        .answers("POST /api/v1/prompts", 201, prompt)
        .answers("GET /api/v1/projects", 200, Map.of("items", List.of()));
    var file =
        Files.writeString(
            folder.resolve("p.md"), "---\nname: fix\ntags: [java, code generation]\n---\nDo it.\n");

    assertThat(stack.run("prompt", "search", "--tag", "java", "round")).isEqualTo(ExitCode.DONE);
    assertThat(stack.gateway.requests().getLast()).contains("tag=java").contains("q=round");
    assertThat(stack.run("prompt", "show", "fix@2")).isEqualTo(ExitCode.DONE);
    assertThat(stack.run("prompt", "show", "fix@9")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stack.run("prompt", "history", "fix")).isEqualTo(ExitCode.DONE);
    assertThat(stack.run("prompt", "add", file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(stack.gateway.bodyOf("POST /api/v1/prompts").path("tags").toString())
        .isEqualTo("[\"java\",\"code generation\"]");
    Files.writeString(file, "no head");
    assertThat(stack.run("prompt", "add", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(stack.run("project", "list")).isEqualTo(ExitCode.DONE);
    assertThat(stack.out()).contains("fix@2").contains("2 of 3 went well").contains("Do it.");
    assertThat(stack.err())
        .contains("p.md")
        .contains("lacks a head")
        .contains("No project is known");
  }
}
