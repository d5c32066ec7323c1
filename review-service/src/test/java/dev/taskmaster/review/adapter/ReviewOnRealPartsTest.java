package dev.taskmaster.review.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult.Verdict;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TreeId;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.ScriptedModelServer;
import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.review.checks.RunChecks;
import dev.taskmaster.review.verdict.Review;
import dev.taskmaster.review.verdict.SelfAssessment;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.testing.FixedPrompts;
import dev.taskmaster.worker.testing.Orders;
import dev.taskmaster.workspace.ExchangeRepositories;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews with real git, real processes and a model server over real HTTP. */
class ReviewOnRealPartsTest {
  @TempDir Path folder;

  private final ScriptedModelServer server = ScriptedModelServer.start();
  private final MemoryBlobs blobs = new MemoryBlobs();
  private ExchangeRepositories repositories;
  private WorkOrder.Files files;
  private Review review;

  @BeforeEach
  void startFromARepository() throws Exception {
    var person = Files.createDirectories(folder.resolve("person"));
    Files.writeString(person.resolve("calc.sh"), "echo $(($1 - $2))\n");
    Files.writeString(
        person.resolve("test.sh"),
        "got=$(sh calc.sh 2 1); [ \"$got\" = 3 ] || { echo \"test.sh:1: expected 3 but was $got\"; exit 1; }\n");
    try (var git = Git.init().setDirectory(person.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("begin")
          .setAuthor("A", "a@example.org")
          .setCommitter("A", "a@example.org")
          .setSign(false)
          .call();
    }
    repositories = new ExchangeRepositories(folder.resolve("exchange"));
    var source = repositories.open("sample").importHead(person);
    files = state(source.tree(), source.tree(), source.commit());
    review = review(Duration.ofSeconds(60));
  }

  @AfterEach
  void stop() {
    repositories.close();
    server.close();
  }

  @Test
  void aFailingTestRejectsWithFileAndLineAndTheFolderIsGone() throws Exception {
    var verdict = verdict(order("sh test.sh"));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.findings())
        .containsExactly(
            new Finding(
                "test", "expected 3 but was 1", "test.sh", 1, "test.sh:1: expected 3 but was 1"));
    assertThat(log(verdict)).contains("$ sh test.sh").contains("[test ended with exit code 1]");
    assertThat(verdict.isolation()).isIn("bubblewrap", "none");
    try (var left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theSameFailureGivesTheSameFindings() throws Exception {
    assertThat(verdict(order("sh test.sh")).findings())
        .isEqualTo(verdict(order("sh test.sh")).findings());
  }

  @Test
  void aRightChangePasses() throws Exception {
    change("echo $(($1 + $2))\n");

    assertThat(verdict(order("sh test.sh")).passed()).isTrue();
  }

  @Test
  void setupAndBuildComeFirstAndLeaveTheirFilesToTheTest() throws Exception {
    var commands =
        new ProjectSnapshot.Commands(
            "echo 1 > setup.out", "cp setup.out build.out", "grep 1 build.out");

    assertThat(verdict(order(commands, List.of("tests"), TaskOptions.none())).passed()).isTrue();
  }

  @Test
  void aFailingBuildEndsTheReview() throws Exception {
    var commands =
        new ProjectSnapshot.Commands("", "echo 'calc.sh:1: error: bad'; exit 2", "touch ran");

    var verdict = verdict(order(commands, List.of("tests"), TaskOptions.none()));

    assertThat(verdict.findings())
        .extracting(Finding::check, Finding::line)
        .containsExactly(tuple("build", 1));
    assertThat(log(verdict)).doesNotContain("touch ran");
  }

  @Test
  void whatWasAskedForWithTheTaskCountsBeforeTheProjects() throws Exception {
    var options = new TaskOptions(null, null, "true", null, null, null, null, false, true, "auto");

    assertThat(
            verdict(order(new ProjectSnapshot.Commands("", "", "false"), List.of(), options))
                .passed())
        .isTrue();
  }

  @Test
  void aHangingTestIsStoppedWithAllItsProcessesAndSaidSo() throws Exception {
    review = review(Duration.ofSeconds(2));
    var marker = "3133" + System.nanoTime() % 100_000;

    var verdict = verdict(order("echo begun; sleep " + marker + " & sleep " + marker));

    assertThat(verdict.findings().getFirst().message())
        .isEqualTo("the test command did not end within 2 s and was stopped");
    assertThat(verdict.findings().getFirst().excerpt()).contains("begun");
    assertThat(sleeping(marker)).isZero();
  }

  @Test
  void aHundredMegabytesOfOutputAreNotKept() throws Exception {
    var verdict =
        verdict(order("yes 0123456789 | head -c 100000000; echo; echo 'FAILED: at last'; exit 1"));

    assertThat(verdict.findings().getFirst().message()).isEqualTo("at last");
    assertThat(verdict.log().size()).isLessThan(600_000);
  }

  @Test
  void aProgramThatIsNotThereIsAMatterOfTheSetUp() {
    var failed = fails(order("no-such-program-here --all"));

    assertThat(failed.outcome().fault()).isEqualTo(FaultKind.CONFIGURATION);
    assertThat(failed)
        .hasMessageContaining("no-such-program-here")
        .hasMessageContaining("commands.test");
  }

  @Test
  void withoutACommandNothingCanBeReviewed() {
    var failed = fails(order(""));

    assertThat(failed.outcome().fault()).isEqualTo(FaultKind.CONFIGURATION);
    assertThat(failed).hasMessageContaining("--test CMD");
  }

  @Test
  void aStoppedReviewEndsItsCommand() throws Exception {
    var marker = "3134" + System.nanoTime() % 100_000;
    var order = order("sleep " + marker);
    var attempt = new Attempt(order, "review", Duration.ofMinutes(1));
    var thrown = new java.util.concurrent.atomic.AtomicReference<Throwable>();
    var thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    review.review(order, attempt);
                  } catch (Exception e) {
                    thrown.set(e);
                  }
                });
    while (sleeping(marker) == 0 && thread.isAlive()) {
      Thread.sleep(20);
    }
    thread.interrupt();
    thread.join(Duration.ofSeconds(20));

    assertThat(thread.isAlive()).isFalse();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(sleeping(marker)).isZero();
  }

  private static long sleeping(String marker) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains("sleep " + marker))
        .count();
  }

  @Test
  void aModelThatObjectsRejectsBeforeTheTestsRun() throws Exception {
    change("echo $(($1 + $2))\n");
    server.next(
        Answer.json(
            "{\"passed\":false,\"findings\":[{\"file\":\"calc.sh\",\"line\":1,\"message\":\"Does not check its arguments.\"}]}"));

    var verdict =
        verdict(
            order(
                new ProjectSnapshot.Commands("", "", "sh test.sh"),
                List.of("self", "tests"),
                TaskOptions.none()));

    assertThat(verdict.findings())
        .containsExactly(new Finding("self", "Does not check its arguments.", "calc.sh", 1, ""));
    assertThat(server.lastRequest().user())
        .contains("+echo $(($1 + $2))")
        .contains("Fix the rounding");
    assertThat(verdict.isolation()).isNull();
  }

  @Test
  void aJudgementNobodyCanReadDoesNotCount() throws Exception {
    change("echo $(($1 + $2))\n");
    server.rule(request -> Answer.json("{\"passed\":false,\"findings\":[]}"));

    var verdict =
        verdict(
            order(
                new ProjectSnapshot.Commands("", "", "sh test.sh"),
                List.of("self", "tests"),
                TaskOptions.none()));

    assertThat(server.requests()).hasSize(3);
    assertThat(server.lastRequest().user()).contains("without a finding that says why");
    assertThat(verdict.passed()).isTrue();
    assertThat(log(verdict)).contains("it does not count");
  }

  @Test
  void aPersonIsShownPathsChecksAndTheDiff() throws Exception {
    change("echo $(($1 + $2))\n");

    var outcome =
        outcome(
            order(
                new ProjectSnapshot.Commands("", "", "sh test.sh"),
                List.of("human", "tests"),
                TaskOptions.none()));

    assertThat(outcome).isInstanceOf(NodeOutcome.Waits.class);
    var waits = (NodeOutcome.Waits) outcome;
    assertThat(waits.question()).startsWith("Is this change good? Fix the rounding");
    assertThat(blobs.text(new BlobHash(waits.detail().hash())).orElseThrow())
        .contains("Changed files:\n  calc.sh\n")
        .contains("test ended with exit code 0")
        .contains("-echo $(($1 - $2))");
  }

  private Review review(Duration limit) {
    try {
      var models =
          ScriptedModelServer.writeModels(
              folder.resolve("models.yaml"), server.entry("scripted", "economy"));
      var work = new ModelWork(ModelCalls.over(ModelCatalog.load(models, Map.of())), blobs, "USD");
      var workplaces =
          new ExchangeWorkplaces(
              repositories,
              Files.createDirectories(folder.resolve("work")),
              new SandboxChoice(true),
              1 << 20);
      var prompts = new FixedPrompts().with("self-review", "Judge.", "self-review");
      return new Review(
          new RunChecks(workplaces, limit), new SelfAssessment(work, prompts), workplaces, blobs);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void change(String content) {
    var exchange = repositories.open("sample");
    var edit = FileEdit.Write.text("calc.sh", content);
    var tree = exchange.write(files.baseTree().value(), List.of(edit));
    files = state(files.baseTree().value(), tree, files.baseCommit().value());
  }

  private static WorkOrder.Files state(String base, String tree, String commit) {
    return new WorkOrder.Files(
        new CommitId(commit), new TreeId(base), new TreeId(tree), new CommitId(commit));
  }

  private WorkOrder order(String test) {
    return order(new ProjectSnapshot.Commands("", "", test), List.of("tests"), TaskOptions.none());
  }

  private WorkOrder order(
      ProjectSnapshot.Commands commands, List<String> reviews, TaskOptions options) {
    var project =
        new ProjectSnapshot(
            new ProjectId("sample"),
            "/nowhere",
            List.of("shell"),
            commands,
            "",
            "",
            reviews,
            new ProjectSnapshot.Delivery("branch", null),
            new ProjectSnapshot.Budget(BigDecimal.TEN, 4),
            new ProjectSnapshot.Sandbox(false, List.of()),
            List.of(),
            Map.of(),
            List.of(),
            List.of());
    return Orders.of(NodeKind.REVIEW)
        .node("/Task/Review")
        .project(project)
        .files(files)
        .options(options)
        .build();
  }

  private NodeOutcome outcome(WorkOrder order) throws InterruptedException {
    return review.review(order, new Attempt(order, "review", Duration.ofMinutes(1)));
  }

  private Verdict verdict(WorkOrder order) throws InterruptedException {
    return (Verdict) ((NodeOutcome.Done) outcome(order)).result();
  }

  private AttemptFailedException fails(WorkOrder order) {
    return catchThrowableOfType(AttemptFailedException.class, () -> outcome(order));
  }

  private String log(Verdict verdict) {
    return blobs.text(new BlobHash(verdict.log().hash())).orElseThrow();
  }
}
