package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.events.NodeEvent.NodeFailed;
import dev.taskmaster.events.NodeEvent.NodeSucceeded;
import dev.taskmaster.events.NodeEvent.NodeWaiting;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.graphstore.ledger.Moves.Note;
import dev.taskmaster.graphstore.results.Sharing;
import dev.taskmaster.views.NodeView.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What workers report. Accepted once, from whoever holds the attempt, and from nobody else. */
final class Reports {
  private Reports() {}

  static void accept(Draft draft, NodeEvent event) {
    var node = draft.node(event.node());
    var objection = node.map(known -> objection(draft, known, event)).orElse("no such node");
    if (node.isEmpty() || !objection.isEmpty()) {
      Late.refuse(draft, event, objection);
      return;
    }
    switch (event) {
      case NodeSucceeded succeeded -> succeeded(draft, node.get(), succeeded);
      case NodeFailed failed -> failed(draft, node.get(), failed);
      case NodeWaiting waiting -> waiting(draft, node.get(), waiting);
    }
  }

  private static String objection(Draft draft, NodeRecord node, NodeEvent event) {
    var progress = node.progress();
    if (!draft.live()) {
      return "the task is " + draft.state.wireName();
    }
    if (event.attempt() != progress.attempt() || event.epoch() != progress.epoch()) {
      return "attempt %d of epoch %d is over, attempt %d of epoch %d counts"
          .formatted(event.attempt(), event.epoch(), progress.attempt(), progress.epoch());
    }
    if (!progress.held()) {
      return "the node is " + node.state().wireName();
    }
    return event.worker().equals(progress.worker()) ? "" : "another worker holds the node";
  }

  private static void succeeded(Draft draft, NodeRecord node, NodeSucceeded event) {
    if (!Fitting.fits(node.kind(), event.result())) {
      var problem =
          "a node of kind %s cannot return %s"
              .formatted(node.kind().wireName(), event.result().getClass().getSimpleName());
      Faults.fail(draft, node, fault(event, FaultKind.SYSTEM, problem, List.of()));
      return;
    }
    if (event.result() instanceof NodeResult.Layer layer) {
      var objections =
          node.kind() == NodeKind.REFINE
              ? Rounds.objections(draft, layer)
              : Plans.objections(draft, node.path(), layer);
      if (!objections.isEmpty()) {
        var findings =
            objections.stream().map(text -> new Finding("plan", text, null, 0, "")).toList();
        var kind = node.kind() == NodeKind.REFINE ? FaultKind.TRANSIENT : FaultKind.INPUT;
        var message =
            "the layer of %s was refused: %s".formatted(node.path(), objections.getFirst());
        Faults.fail(draft, node, fault(event, kind, message, findings));
        return;
      }
    }
    apply(draft, node, event);
  }

  private static void apply(Draft draft, NodeRecord node, NodeSucceeded event) {
    Budget.settle(draft, node.path(), event.attempt(), event.epoch(), event.calls());
    draft.executed++;
    var done =
        Moves.node(
            draft,
            node.path(),
            NodeStep.SUCCEEDED,
            Note.work(orEmpty(node.progress().why()), event.calls(), event.millis()),
            edit -> {
              edit.release();
              edit.result = event.result();
              edit.fresh = false;
              edit.amount = edit.amount.add(Spending.priceOf(event.calls()));
              edit.millis += event.millis();
              edit.runs.add(ran(draft, node, event));
            });
    if (Sharing.lasting(event.result())) {
      Keys.id(draft, node.plan(), orEmpty(node.progress().key()))
          .ifPresent(id -> draft.results.put(id, event.result()));
    }
    follow(draft, done, event.result());
  }

  private static void follow(Draft draft, NodeRecord node, NodeResult result) {
    switch (result) {
      case NodeResult.Layer layer when node.kind() == NodeKind.REFINE ->
          Rounds.correct(draft, node, layer);
      case NodeResult.Layer layer -> Plans.use(draft, node, layer);
      case NodeResult.Verdict verdict when !verdict.passed() ->
          Rounds.end(draft, node, firstLine(verdict), verdict.findings());
      default -> {}
    }
  }

  private static String firstLine(NodeResult.Verdict verdict) {
    return verdict.findings().isEmpty()
        ? "the review rejected the result"
        : Faults.firstLine(verdict.findings().getFirst().message());
  }

  private static Run ran(Draft draft, NodeRecord node, NodeSucceeded event) {
    return new Run(
        draft.round,
        event.attempt(),
        "ran",
        orEmpty(node.progress().why()),
        node.progress().correction(),
        event.result() instanceof NodeResult.Layer layer ? layer.summary() : null,
        event.result() instanceof NodeResult.Verdict verdict ? verdict.findings() : List.of(),
        event.calls(),
        event.millis());
  }

  private static void failed(Draft draft, NodeRecord node, NodeFailed event) {
    Faults.fail(draft, node, event);
  }

  private static NodeFailed fault(
      NodeSucceeded event, FaultKind fault, String message, List<Finding> findings) {
    return new NodeFailed(
        event.task(),
        event.at(),
        event.node(),
        event.attempt(),
        event.epoch(),
        event.worker(),
        fault,
        message,
        findings,
        null,
        null,
        event.calls(),
        event.millis());
  }

  private static NodeFailed fault(NodeWaiting event, String message) {
    return new NodeFailed(
        event.task(),
        event.at(),
        event.node(),
        event.attempt(),
        event.epoch(),
        event.worker(),
        FaultKind.SYSTEM,
        message,
        List.of(),
        null,
        null,
        List.of(),
        0);
  }

  private static void waiting(Draft draft, NodeRecord node, NodeWaiting event) {
    if (!Fitting.canWait(node.kind())) {
      var problem = "a node of kind %s cannot wait for a person".formatted(node.kind().wireName());
      Faults.fail(draft, node, fault(event, problem));
      return;
    }
    Budget.settle(draft, node.path(), event.attempt(), event.epoch(), List.<ModelCallRecord>of());
    Moves.node(
        draft,
        node.path(),
        NodeStep.WAITING,
        Note.of(event.question()),
        edit -> {
          edit.release();
          edit.question = new NodeProgress.Question(event.question(), event.detail());
        });
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
