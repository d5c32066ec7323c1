package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.ClaimReply.Denied;
import dev.taskmaster.claims.ClaimReply.Granted;
import dev.taskmaster.claims.ClaimRequest.Claim;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.ledger.Moves.Note;

/**
 * A worker asks for a node: compare and set on attempt and epoch, money reserved, lease started.
 */
final class Claims {
  private Claims() {}

  static void accept(Draft draft, String worker, Claim claim) {
    var node = draft.node(claim.node()).filter(NodeRecord::present);
    if (!draft.live() || node.isEmpty()) {
      deny(draft, draft.live() ? "no such node" : "the task is " + draft.state.wireName());
      return;
    }
    var progress = node.get().progress();
    if (claim.attempt() != progress.attempt() || claim.epoch() != progress.epoch()) {
      deny(draft, "superseded: attempt %d counts now".formatted(progress.attempt()));
    } else if (progress.held() && worker.equals(progress.worker())) {
      grantAgain(draft, node.get());
    } else if (node.get().state() != NodeState.READY) {
      deny(draft, "the node is " + node.get().state().wireName());
    } else if (!Gate.of(draft).opensFor(node.get())) {
      deny(draft, "a correction is being made first");
    } else {
      grant(draft, worker, node.get(), claim);
    }
  }

  private static void grant(Draft draft, String worker, NodeRecord node, Claim claim) {
    switch (Budget.ask(draft, node, claim.ceiling())) {
      case Budget.Answer.Reserved(var amount) -> {
        Budget.reserve(draft, node, amount);
        var lease = draft.now.plus(draft.policy().lease());
        var claimed =
            Moves.node(
                draft,
                node.path(),
                NodeStep.CLAIMED,
                Note.of("claimed by " + worker),
                edit -> {
                  edit.worker = worker;
                  edit.leaseUntil = lease;
                  edit.dueAt = lease;
                  edit.claimedAt = draft.now;
                  edit.awaitsBudget = false;
                });
        draft.grant = granted(draft, claimed);
      }
      case Budget.Answer.Later later -> {
        Moves.edit(draft, node.path(), edit -> edit.awaitsBudget = true);
        deny(draft, "no budget now: other nodes have reserved what is left");
      }
      case Budget.Answer.Never(var reason) -> {
        deny(draft, reason);
        Endings.reject(draft, reason);
      }
    }
  }

  /** The answer to a claim was lost and the same worker asks once more. */
  private static void grantAgain(Draft draft, NodeRecord node) {
    if (node.state() == NodeState.CLAIMED) {
      Moves.node(draft, node.path(), NodeStep.CLAIMED_AGAIN, Note.of("asked again"), edit -> {});
    }
    Leases.extend(draft, node);
    draft.grant = granted(draft, draft.existing(node.path()));
  }

  private static Granted granted(Draft draft, NodeRecord node) {
    return new Granted(WorkOrders.of(draft, node), draft.policy().lease().toMillis());
  }

  private static void deny(Draft draft, String reason) {
    draft.grant = new Denied(reason);
  }
}
