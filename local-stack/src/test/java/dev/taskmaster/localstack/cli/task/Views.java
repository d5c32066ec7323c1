package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.live.Events;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.NodeView;
import dev.taskmaster.views.TaskView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Views of a task that was corrected once. */
public final class Views {
  static final String PROMPT = "a".repeat(64);
  static final String REPLY = "b".repeat(64);

  private Views() {}

  public static TaskView task(TaskState state) {
    boolean committed = state == TaskState.COMMITTED;
    return new TaskView(
        Events.TASK,
        state,
        2,
        committed ? "taskmaster/" + Events.TASK : null,
        committed ? "c".repeat(40) : null,
        committed ? new TaskView.Outcome("commit", null) : null,
        new TaskView.Nodes(5, 7, 2),
        new TaskView.Cost(
            new BigDecimal("0.0123"),
            "USD",
            8123,
            911,
            false,
            6,
            6,
            Map.of("economy", new TaskView.TierCost(new BigDecimal("0.0123"), 6))),
        List.of(
            new TaskView.Correction(
                1,
                "test: expected 8 but was 7",
                new NodePath("/Task/Fix"),
                "round-2",
                List.of("/Task/Fix.notes:r1"),
                List.of(new NodePath("/Task/Fix")),
                false)),
        new ProjectId("shop"),
        "Discounts are rounded wrongly.",
        state.terminal() && !committed ? "no rounds are left" : null,
        List.of(),
        null,
        Events.START,
        state.terminal() ? Events.START.plusSeconds(42) : null);
  }

  /** The same task while it waits. */
  static TaskView waiting(TaskView.Waiting waiting) {
    var view = task(TaskState.EXECUTING);
    return new TaskView(
        view.task(),
        view.state(),
        1,
        null,
        null,
        null,
        view.nodes(),
        view.cost(),
        List.of(),
        view.project(),
        view.description(),
        null,
        List.of(waiting),
        null,
        view.submittedAt(),
        null);
  }

  static GraphView graph() {
    return new GraphView(
        Events.TASK,
        2,
        List.of(fix()),
        List.of(new GraphView.LayerView("round-2", "refine", "d".repeat(64), "")));
  }

  static NodeView fix() {
    var call =
        new ModelCallRecord(
            "small",
            "economy",
            new BlobRef(PROMPT, 10),
            new BlobRef(REPLY, 10),
            1200,
            300,
            new BigDecimal("0.0061"),
            "USD",
            false,
            true,
            900,
            null);
    return new NodeView(
        new NodePath("/Task/Fix"),
        NodeKind.LLM_CHANGE,
        NodeState.SUCCEEDED,
        "economy",
        "",
        List.of(),
        Map.of(
            "goal",
            new WorkOrder.Opinion("Round half up.", "plan", "/Task/Fix.goal"),
            "notes:r1",
            new WorkOrder.Opinion("Once per invoice.", "round-2", "/Task/Fix.notes:r1")),
        null,
        new BigDecimal("0.0122"),
        900,
        List.of(
            new NodeView.Run(
                1,
                1,
                "ran",
                "first time",
                null,
                null,
                List.of(new Finding("test", "expected 8 but was 7", "InvoiceTest.java", 12, "")),
                List.of(call),
                900),
            new NodeView.Run(
                2, 1, "ran", "notes:r1 differs", "round-2", null, List.of(), List.of(call), 900)));
  }
}
