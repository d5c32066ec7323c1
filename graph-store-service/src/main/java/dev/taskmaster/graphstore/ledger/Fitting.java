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
}
