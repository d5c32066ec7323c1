package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.graphstore.ledger.Decision.Learned;
import dev.taskmaster.graphstore.taskgraph.LayerRole;
import java.util.LinkedHashSet;
import java.util.List;

/** The graph of a task that ended well is kept, so that a later plan can start from it. */
final class Learning {
  private Learning() {}

  static void from(Draft draft) {
    var plans = draft.layers.of(LayerRole.PLAN).stream().map(draft::layerText).toList();
    if (plans.isEmpty()) {
      return;
    }
    var planners =
        draft.present().stream()
            .filter(node -> node.kind() == NodeKind.DISAGGREGATE)
            .map(node -> node.path().value())
            .toList();
    var text = draft.around.composer().definition(plans, planners);
    if (text.isEmpty()) {
      return;
    }
    draft.learned =
        new Learned(
            draft.keep(text).hash(),
            draft.submitted.project().id().value(),
            draft.submitted.description(),
            tags(draft),
            draft.state.wireName(),
            draft.round,
            draft.now);
  }

  private static List<String> tags(Draft draft) {
    var tags = new LinkedHashSet<String>(draft.submitted.project().languages());
    var as = draft.submitted.options().as();
    if (as != null) {
      tags.add(as);
    }
    draft.present().stream()
        .filter(node -> node.kind() != NodeKind.DISAGGREGATE && node.kind() != NodeKind.REFINE)
        .forEach(node -> tags.add(node.kind().wireName()));
    return List.copyOf(tags);
  }
}
