package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskEvent.AnswerGiven;
import dev.taskmaster.events.TaskEvent.Decision;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.ledger.Moves.Note;
import dev.taskmaster.graphstore.results.Sharing;
import dev.taskmaster.views.NodeView.Run;
import java.util.List;

/** What a person said to what waited for it. */
final class Answers {
  private Answers() {}

  static void accept(Draft draft, AnswerGiven answer) {
    var node = answer.node();
    if (draft.state == TaskState.PLAN_REVIEW
        && (node == null || node.equals(new NodePath("/Task/Plan")))) {
      toPlan(draft, answer);
      return;
    }
    var waiting =
        draft.present().stream()
            .filter(known -> known.state() == NodeState.WAITING)
            .filter(known -> node == null || known.path().equals(node))
            .toList();
    if (waiting.size() != 1 || !draft.live()) {
      Moves.refuse(draft, node, "task.answered", objection(draft, answer, waiting.size()));
      return;
    }
    toNode(draft, waiting.getFirst(), answer);
  }

  private static String objection(Draft draft, AnswerGiven answer, int waiting) {
    if (!draft.live()) {
      return "the task is " + draft.state.wireName();
    }
    return waiting > 1
        ? "%d nodes wait for an answer: name one".formatted(waiting)
        : answer.node() == null
            ? "nothing waits for an answer"
            : answer.node() + " does not wait for an answer";
  }

  private static void toPlan(Draft draft, AnswerGiven answer) {
    switch (answer.decision()) {
      case APPROVE -> draft.planApproved = true;
      case REJECT, ANSWER -> {
        var said = answer.text().isBlank() ? "The plan was rejected; make another." : answer.text();
        Notes.onTask(draft, said);
      }
    }
  }

  private static void toNode(Draft draft, NodeRecord node, AnswerGiven answer) {
    boolean declined = answer.decision() == Decision.REJECT;
    if (node.kind() == NodeKind.REVIEW) {
      complete(draft, node, verdict(draft, declined, answer.text()), answer.text());
    } else if (declined) {
      Moves.node(
          draft,
          node.path(),
          NodeStep.DECLINED,
          Note.of("declined: " + answer.text()),
          edit -> {
            edit.release();
            edit.runs.add(run(draft, edit, "failed", answer.text()));
          });
      Rounds.end(draft, draft.existing(node.path()), line(answer.text()), findings(answer.text()));
    } else {
      complete(draft, node, new NodeResult.Text(draft.keep(answer.text())), answer.text());
    }
  }

  private static void complete(Draft draft, NodeRecord node, NodeResult result, String text) {
    draft.executed++;
    var done =
        Moves.node(
            draft,
            node.path(),
            NodeStep.ANSWERED,
            Note.of("answered by a person"),
            edit -> {
              edit.release();
              edit.result = result;
              edit.fresh = false;
              edit.runs.add(run(draft, edit, "ran", text));
            });
    if (Sharing.lasting(result)) {
      Keys.id(draft, node.plan(), Reports.orEmpty(node.progress().key()))
          .ifPresent(id -> draft.results.put(id, result));
    } else {
      Rounds.end(draft, done, line(text), findings(text));
    }
  }

  private static NodeResult.Verdict verdict(Draft draft, boolean declined, String text) {
    return new NodeResult.Verdict(
        !declined, declined ? findings(text) : List.of(), draft.keep(text), null);
  }

  private static List<Finding> findings(String text) {
    return List.of(new Finding("human", line(text), null, 0, text));
  }

  private static String line(String text) {
    var line = Faults.firstLine(text);
    return line.isEmpty() ? "a person rejected the result" : line;
  }

  private static Run run(Draft draft, NodeEdit edit, String how, String message) {
    return new Run(
        draft.round,
        edit.attempt,
        how,
        Reports.orEmpty(edit.why),
        edit.correction,
        message,
        List.of(),
        List.of(),
        0);
  }
}
