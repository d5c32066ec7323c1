package dev.taskmaster.graphstore.ledger;

/** After every input: compose what changed, release what is ready, see where the task stands. */
final class Settle {
  private Settle() {}

  static void run(Draft draft) {
    boolean again = draft.live();
    while (again) {
      if (draft.stale) {
        Recompose.run(draft);
      }
      boolean moved = draft.live() && Release.run(draft);
      again = draft.live() && (moved || draft.stale);
    }
    if (draft.live() && draft.missing.isEmpty()) {
      Phases.run(draft);
    }
  }
}
