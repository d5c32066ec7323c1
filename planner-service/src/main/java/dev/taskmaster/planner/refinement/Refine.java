package dev.taskmaster.planner.refinement;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.FailureReport;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.models.Tier;
import dev.taskmaster.planner.asking.AskModel;
import dev.taskmaster.planner.files.ProjectTree;
import dev.taskmaster.worker.AttemptFailedException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns a failure into better inputs. A model names the one input at fault. A rule answers instead
 * where no usable answer can be had, and where the same failure came back although something was
 * corrected: then the finding becomes the note and the tier goes up.
 */
public final class Refine {
  private static final Set<FaultKind> RULE_INSTEAD =
      Set.of(FaultKind.INPUT, FaultKind.BUDGET, FaultKind.CONFIGURATION);

  /**
   * The correction for the failure in {@code order}.
   *
   * @param tree the files as they were when the round failed
   * @param contents reads content by reference
   */
  public RoundDraft refine(
      WorkOrder order, ProjectTree tree, AskModel model, Function<BlobRef, String> contents)
      throws InterruptedException {
    var failure = order.failure();
    if (failure == null) {
      throw new AttemptFailedException(
          FaultKind.SYSTEM, order.node() + " is to refine but was not told what failed");
    }
    var nodes = CorrectableNodes.of(order, failure.node());
    boolean cameBack = failure.earlier().contains(failure.firstLine());
    if (cameBack && strongerFor(order, failure, nodes).isPresent()) {
      return byRule(order, failure, nodes);
    }
    try {
      var blame = model.ask(new BlameQuestion(order, failure, nodes, tree).of(contents));
      return RoundLayer.of(blame, order.round(), nodes, false);
    } catch (AttemptFailedException e) {
      // What passes is tried again once: a model's answer is worth more than the rule's.
      boolean passing = !RULE_INSTEAD.contains(e.outcome().fault());
      if (passing && (order.attempt() < 2 || e.outcome().fault() == FaultKind.SYSTEM)) {
        throw e;
      }
      return byRule(order, failure, nodes);
    }
  }

  private static RoundDraft byRule(WorkOrder order, FailureReport failure, CorrectableNodes nodes) {
    var cause = nodes.nearestBefore(failure.node());
    var note = "An earlier try failed:\n" + FindingsText.of(failure);
    var stronger =
        failure.earlier().contains(failure.firstLine())
            ? strongerFor(order, failure, nodes)
            : Optional.<Tier>empty();
    Blame.Remedy remedy =
        stronger.isPresent()
            ? new Blame.NoteAndStronger(note, stronger.get().wireName())
            : new Blame.Note(note);
    return RoundLayer.of(new Blame(cause, remedy), order.round(), nodes, true);
  }

  private static Optional<Tier> strongerFor(
      WorkOrder order, FailureReport failure, CorrectableNodes nodes) {
    var cause = nodes.nearestBefore(failure.node());
    return cause.equals(CorrectableNodes.TASK)
        ? Optional.empty()
        : Tiers.of(nodes.node(cause).orElse(null), order).stronger();
  }
}
