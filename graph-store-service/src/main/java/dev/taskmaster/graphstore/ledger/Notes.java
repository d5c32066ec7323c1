package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.graphstore.taskgraph.LayerRef;
import dev.taskmaster.graphstore.taskgraph.LayerRole;
import dev.taskmaster.graphstore.taskgraph.PersonLayer;

/** What a person says to the task as a whole becomes a note on {@code /Task}. */
final class Notes {
  private Notes() {}

  static void onTask(Draft draft, String text) {
    var known = draft.layers.of(LayerRole.PERSON).stream().findFirst();
    var layer =
        PersonLayer.with(
            known.map(ref -> draft.text(ref.name(), ref.text())),
            draft.opinions.keySet(),
            draft.round,
            text);
    draft.layers =
        draft.layers.with(
            new LayerRef(PersonLayer.NAME, LayerRole.PERSON, "person", draft.keep(layer)));
    draft.stale = true;
  }
}
