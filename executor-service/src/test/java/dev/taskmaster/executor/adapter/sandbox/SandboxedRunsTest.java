package dev.taskmaster.executor.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.project.CommandRun;
import dev.taskmaster.executor.testing.SampleProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real commands in real checkouts, in whatever sandbox this machine has. */
@Timeout(120)
class SandboxedRunsTest {
  @TempDir private Path folder;
  private SampleProject project;
  private SandboxedRuns runs;
  private WorkOrder order;

  @BeforeEach
  void open() {
    project = new SampleProject(folder).file("src/a.txt", "hello\n");
    project.commit("start");
    order = project.order(NodeKind.COMMAND, project.imported()).build();
    runs =
        new SandboxedRuns(project.repositories, folder.resolve("work"), new ChosenSandboxes(true));
  }

  @AfterEach
  void close() {
    project.close();
  }

  private CommandRun run(String command, Duration limit) throws InterruptedException {
    return runs.run(order, command, limit, SampleProject.attempt(order));
  }

  @Test
  void aCommandSeesTheTreeAndLeavesNothingBehind() throws Exception {
    var run = run("cat src/a.txt && echo more > src/b.txt", Duration.ofSeconds(60));

    assertThat(run.output()).isEqualTo("hello\n");
    assertThat(run.succeeded()).isTrue();
    try (var left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
    assertThat(project.person.resolve("src/b.txt")).doesNotExist();
  }

  @Test
  void theEndOfACommandIsTold() throws Exception {
    assertThat(run("echo bad >&2; exit 3", Duration.ofSeconds(60)))
        .isEqualTo(new CommandRun(3, "bad\n", ""));
  }

  @Test
  void aCommandThatHangsIsKilledWithWhatItStarted() throws Exception {
    var run = run("sleep 600 & sleep 600", Duration.ofSeconds(1));

    assertThat(run.succeeded()).isFalse();
    assertThat(run.ending()).isEqualTo("did not end within 1 s");
  }
}
