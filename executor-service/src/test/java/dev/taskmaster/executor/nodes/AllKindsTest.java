package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.testing.SampleProject;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ContextInputs;
import dev.taskmaster.worker.testing.Orders;
import dev.taskmaster.workspace.ExchangeException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllKindsTest {
  private static final NodeKindWork COMMAND =
      new CommandNode(
          (order, command, limit, attempt) -> {
            throw new ExchangeException("the disk is full");
          },
          new Texts(new MemoryBlobs()));

  @Test
  void anOrderOfAnUnknownKindIsAFaultOfTheSystem() throws Exception {
    var order = Orders.of(NodeKind.REVIEW).build();

    assertThat(new AllKinds(List.of()).work(order, SampleProject.attempt(order)))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> {
              assertThat(failed.fault()).isEqualTo(FaultKind.SYSTEM);
              assertThat(failed.message()).contains("review");
            });
  }

  @Test
  void troubleWithGitObjectsMayPass() throws Exception {
    var order = Orders.of(NodeKind.COMMAND).says("command", "true").build();

    assertThat(new AllKinds(List.of(COMMAND)).work(order, SampleProject.attempt(order)))
        .isEqualTo(new NodeOutcome.Failed(FaultKind.TRANSIENT, "the disk is full"));
  }

  @Test
  void aKindIsDoneByOneWorkOnly() {
    assertThatThrownBy(() -> new AllKinds(List.of(COMMAND, COMMAND)))
        .hasMessageContaining("command");
    assertThat(
            new AllKinds(
                    List.of(
                        COMMAND,
                        new HumanQuestion(
                            new ContextInputs(new MemoryBlobs()), new Texts(new MemoryBlobs()))))
                .kinds())
        .containsExactlyInAnyOrder(NodeKind.COMMAND, NodeKind.HUMAN);
  }
}
