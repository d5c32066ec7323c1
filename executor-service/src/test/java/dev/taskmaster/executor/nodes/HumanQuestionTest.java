package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.executor.testing.SampleProject;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ContextInputs;
import dev.taskmaster.worker.testing.Orders;
import org.junit.jupiter.api.Test;

class HumanQuestionTest {
  private final MemoryBlobs blobs = new MemoryBlobs();
  private final Texts texts = new Texts(blobs);
  private final HumanQuestion node = new HumanQuestion(new ContextInputs(blobs), texts);

  private NodeOutcome ask(WorkOrder order) {
    return node.work(order, SampleProject.attempt(order));
  }

  @Test
  void aQuestionWaitsWithWhatAPersonNeedsToDecide() {
    var order =
        Orders.of(NodeKind.HUMAN)
            .says("question", " Half up or half even? ")
            .input(
                new WorkOrder.Input(
                    new NodePath("/Task/Rules"),
                    NodeKind.CONTEXT_FILE,
                    true,
                    "doc/rules.md",
                    new NodeResult.Text(texts.keep("Rounding: open.\n"))))
            .build();

    assertThat(ask(order))
        .isInstanceOfSatisfying(
            NodeOutcome.Waits.class,
            waits -> {
              assertThat(waits.question()).isEqualTo("Half up or half even?");
              assertThat(new ContextInputs(blobs).read(waits.detail()))
                  .isEqualTo("# doc/rules.md\nRounding: open.\n\n");
            });
  }

  @Test
  void theGoalServesAsTheQuestion() {
    assertThat(ask(Orders.of(NodeKind.HUMAN).says("goal", "Which one?").build()))
        .isEqualTo(new NodeOutcome.Waits("Which one?", null));
  }

  @Test
  void withoutAQuestionThereIsNothingToWaitFor() {
    assertThatThrownBy(() -> ask(Orders.of(NodeKind.HUMAN).build()))
        .isInstanceOf(AttemptFailedException.class)
        .hasMessageContaining("needs one");
  }
}
