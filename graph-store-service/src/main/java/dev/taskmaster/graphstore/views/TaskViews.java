package dev.taskmaster.graphstore.views;

import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.ledger.GraphText;
import dev.taskmaster.graphstore.ledger.Lesson;
import dev.taskmaster.graphstore.ledger.NodeRecord;
import dev.taskmaster.graphstore.ledger.TaskLedger;
import dev.taskmaster.graphstore.ledger.Texts;
import dev.taskmaster.views.TaskView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task in the form of {@code run --json}. */
public final class TaskViews {
  private static final NodePath PLAN = new NodePath("/Task/Plan");

  private TaskViews() {}

  /**
   * The view of a task.
   *
   * @param texts where an outcome's text and details of questions are
   */
  public static TaskView of(TaskLedger ledger, Texts texts) {
    var record = ledger.record();
    var ending = record.ending();
    return new TaskView(
        ledger.id(),
        record.state(),
        record.round(),
        ending == null ? null : ending.branch(),
        ending == null ? null : ending.commit(),
        outcome(ledger, texts),
        new TaskView.Nodes(ledger.present().size(), record.executed(), record.cacheHits()),
        cost(ledger),
        record.lessons().stream().map(lesson -> correction(ledger, lesson)).toList(),
        ledger.submitted().project().id(),
        ledger.submitted().description(),
        reason(ledger),
        waiting(ledger, texts),
        record.reuse(),
        ledger.submitted().at(),
        ending == null ? null : ending.at());
  }

  private static TaskView.@Nullable Outcome outcome(TaskLedger ledger, Texts texts) {
    var ending = ledger.record().ending();
    if (ending == null || ending.kind().isEmpty()) {
      return null;
    }
    return new TaskView.Outcome(ending.kind(), text(ending.text(), texts));
  }

  private static @Nullable String text(@Nullable BlobRef ref, Texts texts) {
    return ref == null ? null : texts.text(ref.hash()).orElse(null);
  }

  private static TaskView.Cost cost(TaskLedger ledger) {
    var spending = ledger.record().spending();
    return new TaskView.Cost(
        spending.amount(),
        spending.currency(),
        spending.inputTokens(),
        spending.outputTokens(),
        spending.estimated(),
        spending.calls(),
        spending.recorded(),
        spending.byTier());
  }

  /** What ran again is told by what happened in the round that followed. */
  private static TaskView.Correction correction(TaskLedger ledger, Lesson lesson) {
    var reran =
        lesson.dirty().stream().filter(path -> ranIn(ledger, path, lesson.round() + 1)).toList();
    return new TaskView.Correction(
        lesson.round(),
        lesson.failure(),
        lesson.cause(),
        lesson.layer(),
        lesson.changed(),
        reran,
        lesson.fallback());
  }

  private static boolean ranIn(TaskLedger ledger, NodePath path, int round) {
    var node = ledger.nodes().get(path);
    return node != null
        && node.kind() != NodeKind.REFINE
        && node.progress().runs().stream()
            .anyMatch(
                run ->
                    run.round() == round
                        && (run.how().equals("ran") || run.how().equals("failed")));
  }

  private static @Nullable String reason(TaskLedger ledger) {
    var ending = ledger.record().ending();
    if (ending != null) {
      return ending.reason();
    }
    if (ledger.record().state() == TaskState.PLAN_REVIEW) {
      return "the plan waits for approval";
    }
    return ledger.present().stream()
        .filter(node -> node.progress().question() != null)
        .map(node -> node.path() + " waits for an answer")
        .findFirst()
        .orElse(null);
  }

  private static List<TaskView.Waiting> waiting(TaskLedger ledger, Texts texts) {
    var waiting = new ArrayList<TaskView.Waiting>();
    if (ledger.record().state() == TaskState.PLAN_REVIEW) {
      var plan = GraphText.of(ledger.present().stream().map(NodeRecord::plan).toList());
      waiting.add(new TaskView.Waiting(PLAN, "Approve the plan?", plan));
    }
    for (var node : ledger.present()) {
      var question = node.progress().question();
      if (node.state() == NodeState.WAITING && question != null) {
        waiting.add(
            new TaskView.Waiting(node.path(), question.text(), text(question.detail(), texts)));
      }
    }
    return waiting;
  }
}
