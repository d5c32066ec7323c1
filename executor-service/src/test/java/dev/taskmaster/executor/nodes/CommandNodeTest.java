package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.project.CommandRun;
import dev.taskmaster.executor.testing.SampleProject;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ContextInputs;
import dev.taskmaster.worker.testing.Orders;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What becomes of a command's end; commands really run in the tests of the sandbox adapter. */
class CommandNodeTest {
  private final MemoryBlobs blobs = new MemoryBlobs();
  private final AtomicReference<Duration> limit = new AtomicReference<>();

  private NodeOutcome outcomeOf(CommandRun run, WorkOrder order) throws Exception {
    var node =
        new CommandNode(
            (asked, command, time, attempt) -> {
              limit.set(time);
              return run;
            },
            new Texts(blobs));
    return node.work(order, SampleProject.attempt(order));
  }

  private static Orders order() {
    return Orders.of(NodeKind.COMMAND).says("command", "make docs\nmake more");
  }

  @Test
  void theOutputOfACommandIsItsResult() throws Exception {
    var outcome = outcomeOf(new CommandRun(0, "built\n", ""), order().build());

    assertThat(outcome).isInstanceOf(NodeOutcome.Done.class);
    assertThat(new ContextInputs(blobs).textOf(((NodeOutcome.Done) outcome).result()))
        .isEqualTo("built\n");
    assertThat(limit.get()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aLongOutputKeepsItsBeginningAndItsEnd() throws Exception {
    var output = "first\n" + "x".repeat(100_000) + "\nlast\n";

    var done = (NodeOutcome.Done) outcomeOf(new CommandRun(0, output, ""), order().build());

    assertThat(new ContextInputs(blobs).textOf(done.result()))
        .hasSizeLessThan(41_000)
        .startsWith("first\n")
        .contains("characters left out")
        .endsWith("last\n");
  }

  @Test
  void aCommandThatFailsIsAFaultOfTheInputsWithItsOutput() throws Exception {
    var order = order().says("timeoutSeconds", 7).build();

    assertThat(outcomeOf(new CommandRun(2, "no rule\n", ""), order))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> {
              assertThat(failed.fault()).isEqualTo(FaultKind.INPUT);
              assertThat(failed.message()).isEqualTo("the command 'make docs' exited with 2");
              assertThat(failed.findings().getFirst().excerpt()).isEqualTo("no rule");
              assertThat(new ContextInputs(blobs).read(failed.log())).isEqualTo("no rule\n");
            });
    assertThat(limit.get()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aCommandThatDidNotEndByItselfSaysHow() throws Exception {
    var run = new CommandRun(137, "", "did not end within 7 s");

    assertThat(outcomeOf(run, order().build()))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> assertThat(failed.message()).endsWith("did not end within 7 s"));
  }
}
