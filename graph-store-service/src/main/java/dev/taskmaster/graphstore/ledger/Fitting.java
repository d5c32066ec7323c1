package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;

/** Which results nodes of which kind may return. */
final class Fitting {
  private Fitting() {}

  static boolean fits(NodeKind kind, NodeResult result) {
    return switch (kind) {
      case DISAGGREGATE, REFINE -> result instanceof NodeResult.Layer;
      case REVIEW -> result instanceof NodeResult.Verdict;
      case CONTEXT_FILE, CONTEXT_SEARCH, LLM, HUMAN -> result instanceof NodeResult.Text;
      case LLM_CHANGE -> result instanceof NodeResult.Change;
      case APPLY_CHANGE -> result instanceof NodeResult.Tree;
      case COMMAND -> result instanceof NodeResult.Text || result instanceof NodeResult.Tree;
      case DELIVER -> result instanceof NodeResult.Delivery;
    };
  }

  /** Whether a person's answer can be the node's result: a text, or the verdict of a review. */
  static boolean canWait(NodeKind kind) {
    return switch (kind) {
      case REVIEW, HUMAN, LLM, COMMAND, CONTEXT_FILE, CONTEXT_SEARCH -> true;
      case DISAGGREGATE, REFINE, LLM_CHANGE, APPLY_CHANGE, DELIVER -> false;
    };
  }
}
