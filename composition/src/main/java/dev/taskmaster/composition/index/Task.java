package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;

/**
 * One piece of work on a node of an index (chapter 8.2).
 *
 * @param setPath for variant tasks the prim path that lists the set
 * @param set for variant tasks the name of the set
 * @param number for variant tasks the place of the set in its list
 */
record Task(Kind kind, Node node, Path setPath, String set, int number) {

  /** In the order in which work is done: everything without a choice before the first choice. */
  enum Kind {
    RELOCATION,
    IMPLIED_RELOCATION,
    REFERENCES,
    PAYLOADS,
    INHERITS,
    SPECIALIZES,
    COPY_SPECIALIZES,
    IMPLIED_CLASSES,
    ANCESTRAL_SETS,
    ANCESTRAL_AUTHORED,
    ANCESTRAL_FALLBACK,
    ANCESTRAL_NOTHING,
    SETS,
    AUTHORED,
    FALLBACK,
    NOTHING,
    UNRESOLVED;

    /** True for work that ends when the node is taken out by a relocation. */
    boolean needsContribution() {
      return switch (this) {
        case RELOCATION, REFERENCES, PAYLOADS, INHERITS, SPECIALIZES -> true;
        default -> false;
      };
    }

    boolean isChoice() {
      return switch (this) {
        case ANCESTRAL_AUTHORED,
            ANCESTRAL_FALLBACK,
            ANCESTRAL_NOTHING,
            AUTHORED,
            FALLBACK,
            NOTHING ->
            true;
        default -> false;
      };
    }

    /** The kind a choice goes back to when new opinions have come in. */
    Kind retried() {
      return switch (this) {
        case ANCESTRAL_FALLBACK, ANCESTRAL_NOTHING -> ANCESTRAL_AUTHORED;
        case FALLBACK, NOTHING -> AUTHORED;
        default -> this;
      };
    }
  }

  static Task on(Kind kind, Node node) {
    return new Task(kind, node, Path.ROOT, "", 0);
  }

  Task as(Kind newKind) {
    return new Task(newKind, node, setPath, set, number);
  }
}
