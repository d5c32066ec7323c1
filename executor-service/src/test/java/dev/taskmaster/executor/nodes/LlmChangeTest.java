package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.executor.testing.SampleProject;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.ScriptedModelServer;
import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.testing.FixedPrompts;
import dev.taskmaster.worker.testing.Orders;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of a model, over real HTTP, against trees in real git. */
class LlmChangeTest {
  private static final String PYTHON = "def total(rows):\n    return round(sum(rows))\n";
  private static final String GOOD =
      """
      diff --git a/totals.py b/totals.py
      --- a/totals.py
      +++ b/totals.py
      @@ -1,2 +1,2 @@
       def total(rows):
      -    return round(sum(rows))
      +    return round(sum(rows), 2)
      """;
  private static final String STRANGE =
      """
      --- a/totals.py
      +++ b/totals.py
      @@ -1,2 +1,2 @@
       def sums(rows):
      -    return nothing_like_it()
      +    return 1
      """;

  @TempDir private Path folder;
  private SampleProject project;
  private ScriptedModelServer server;
  private LlmChange node;
  private WorkOrder.Files start;
  private FixedPrompts prompts;

  @BeforeEach
  void open() {
    project = new SampleProject(folder).file("totals.py", PYTHON);
    project.commit("start");
    start = project.imported();
    server = ScriptedModelServer.start();
    var file =
        ScriptedModelServer.writeModels(
            folder.resolve("models.yaml"), server.entry("small", "economy"));
    var models =
        new ModelWork(ModelCalls.over(ModelCatalog.load(file, Map.of())), project.blobs, "USD");
    prompts =
        new FixedPrompts()
            .with("code-change", "You change code.", "code-change")
            .with("code-change-python", "You change Python.", "code-change", "python")
            .with("write-test", "You write tests.", "write-test");
    node =
        new LlmChange(
            models,
            new PromptChoice(prompts),
            new Composition(project.files, project.inputs),
            PatchEngine.standard(),
            project.texts);
  }

  @AfterEach
  void close() {
    server.close();
    project.close();
  }

  private Orders order() {
    return project
        .order(NodeKind.LLM_CHANGE, start)
        .description("Totals lose their cents.")
        .says("reads", java.util.List.of("totals.py"));
  }

  private String diffOf(NodeOutcome outcome) {
    var done = (NodeOutcome.Done) outcome;
    return project.kept(((NodeResult.Change) done.result()).diff());
  }

  @Test
  void aChangeIsAskedForWithTheFilesThePromptAndTheTask() throws Exception {
    server.next(Answer.text(GOOD));
    var order = order().says("notes:r1", "keep two digits").build();
    var attempt = SampleProject.attempt(order);

    var diff = diffOf(node.work(order, attempt));

    assertThat(diff)
        .contains("diff --git a/totals.py b/totals.py", "+    return round(sum(rows), 2)");
    assertThat(server.lastRequest().system()).isEqualTo("You change Python.");
    assertThat(server.lastRequest().user())
        .contains("## File totals.py", PYTHON, "Totals lose their cents.", "keep two digits");
    assertThat(attempt.calls()).hasSize(1);
    assertThat(prompts.endings()).containsExactly("code-change-python@1 well");
  }

  @Test
  void theSameChangeHasTheSameTextHoweverAModelPutsIt() throws Exception {
    server.next(
        Answer.text(GOOD),
        Answer.text(
            "Here it is:\n```diff\n--- totals.py\n+++ totals.py\n@@ -2 +2 @@\n"
                + "-    return round(sum(rows))\n+    return round(sum(rows), 2)\n```\nDone."));
    var order = order().build();

    var first = diffOf(node.work(order, SampleProject.attempt(order)));
    var second = diffOf(node.work(order, SampleProject.attempt(order)));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void aChangeThatCannotBeAppliedIsAskedForAgainWithTheReason() throws Exception {
    server.next(Answer.text(STRANGE), Answer.text(GOOD));
    var order = order().build();
    var attempt = SampleProject.attempt(order);

    assertThat(diffOf(node.work(order, attempt))).contains("round(sum(rows), 2)");

    assertThat(server.requests()).hasSize(2);
    assertThat(server.lastRequest().wholeText())
        .contains("cannot be applied", "totals.py", "nothing_like_it");
    assertThat(attempt.calls()).hasSize(2);
  }

  @Test
  void aSecondChangeThatCannotBeAppliedIsAFaultOfTheInputsWithFindings() {
    server.next(Answer.text(STRANGE), Answer.text("I am sorry, I cannot."));
    var order = order().build();

    assertThatThrownBy(() -> node.work(order, SampleProject.attempt(order)))
        .isInstanceOfSatisfying(
            AttemptFailedException.class,
            failed -> {
              assertThat(failed.outcome().fault()).isEqualTo(FaultKind.INPUT);
              assertThat(failed.outcome().findings())
                  .isNotEmpty()
                  .allSatisfy(finding -> assertThat(finding.check()).isEqualTo("patch"));
            });
    assertThat(server.requests()).hasSize(2);
    assertThat(prompts.endings()).containsExactly("code-change-python@1 badly");
  }

  @Test
  void dangerousPathsAreRefused() {
    for (var path : new String[] {"../evil.py", "/etc/passwd", ".git/config"}) {
      server.next(Answer.text(newFile(path)), Answer.text(newFile(path)));
      var order = order().build();

      assertThatThrownBy(() -> node.work(order, SampleProject.attempt(order)))
          .as(path)
          .isInstanceOfSatisfying(
              AttemptFailedException.class,
              failed -> assertThat(failed.outcome().message()).contains("refused"));
    }
  }

  private static String newFile(String path) {
    return "--- /dev/null\n+++ b/%s\n@@ -0,0 +1 @@\n+evil\n".formatted(path);
  }

  @Test
  void filesToReadThatDoNotExistAreSaid() throws Exception {
    server.next(Answer.text(GOOD));
    var order = order().says("reads", java.util.List.of("totals.py", "new.py")).build();

    node.work(order, SampleProject.attempt(order));

    assertThat(server.lastRequest().user()).contains("These files do not exist: new.py");
  }

  @Test
  void aPromptThatAPlanNamesIsUsedAndARoleIsFoundByItsTags() throws Exception {
    server.next(Answer.text(GOOD), Answer.text(GOOD));

    var exact = order().says("prompt", "code-change@1").build();
    node.work(exact, SampleProject.attempt(exact));
    assertThat(server.lastRequest().system()).isEqualTo("You change code.");

    var role = order().says("prompt", "write-test").build();
    node.work(role, SampleProject.attempt(role));
    assertThat(server.lastRequest().system()).isEqualTo("You write tests.");
  }

  @Test
  void aOneLineDefectInAOneFileRepositoryAsksLean() throws Exception {
    var source = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      source.append("def f%d(x):\n    return x + %d\n\n\n".formatted(i, i));
    }
    project.file("totals.py", PYTHON + source);
    project.commit("more");
    start = project.imported();
    server.next(Answer.text(GOOD));
    var order = order().build();

    node.work(order, new Attempt(order, "economy", java.time.Duration.ofSeconds(45)));

    assertThat(server.bytesReceived() - source.length()).as("beside the file").isLessThan(1_500);
    assertThat(server.bytesReceived()).isLessThan(8_000);
  }
}
