package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ContextInputs;
import org.jspecify.annotations.Nullable;

/** A question to a person, whose answer becomes the node's result at the graph store. */
public final class HumanQuestion implements NodeKindWork {
  private final ContextInputs inputs;
  private final Texts texts;

  public HumanQuestion(ContextInputs inputs, Texts texts) {
    this.inputs = inputs;
    this.texts = texts;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.HUMAN;
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) {
    var question =
        order
            .text("question")
            .filter(text -> !text.isBlank())
            .orElseGet(() -> Wanted.text(order, "goal"));
    return new NodeOutcome.Waits(question.strip(), detail(order));
  }

  private @Nullable BlobRef detail(WorkOrder order) {
    var detail = new StringBuilder();
    for (var input : order.inputs()) {
      if (input.context()) {
        var label = input.label().isBlank() ? input.node().name() : input.label();
        detail.append("# ").append(label).append('\n');
        detail.append(inputs.textOf(input.result()).strip()).append("\n\n");
      }
    }
    return detail.isEmpty() ? null : texts.keep(detail.toString());
  }
}
