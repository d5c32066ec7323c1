package dev.taskmaster.executor.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.worker.testing.Orders;
import org.junit.jupiter.api.Test;

class CommitMessageTest {
  @Test
  void withoutAGoalTheDescriptionIsTheSubject() {
    var order = Orders.of(NodeKind.APPLY_CHANGE).description("\n Fix totals. \nMore.").build();

    assertThat(CommitMessage.of(order))
        .isEqualTo("Fix totals.\n\nTask: %s\nNode: /Task/Node\n".formatted(Orders.TASK));
  }

  @Test
  void aLongSubjectEndsBetweenWords() {
    var order = Orders.of(NodeKind.APPLY_CHANGE).says("goal", "word ".repeat(40)).build();

    var subject = CommitMessage.of(order).lines().findFirst().orElseThrow();

    assertThat(subject).hasSizeLessThanOrEqualTo(72).endsWith("word…");
  }
}
