package dev.taskmaster.localstack.live;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TaskState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A story of a task, told in events one second apart. */
public final class Events {
  public static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
  public static final TaskId TASK = new TaskId("t-01JD0000000000000000000000");

  private final List<JournalEvent> events = new ArrayList<>();
  private final List<JournalEvent.NodeShape> shapes = new ArrayList<>();

  private Instant at() {
    return START.plusSeconds(events.size());
  }

  private long seq() {
    return events.size() + 1L;
  }

  public Events accepted(String description) {
    events.add(
        new JournalEvent.TaskAccepted(
            TASK, at(), seq(), new ProjectId("shop"), description, TaskOptions.none()));
    return this;
  }

  public Events task(TaskState to, int round, String reason) {
    events.add(
        new JournalEvent.TaskMoved(TASK, at(), seq(), TaskState.SUBMITTED, to, round, reason));
    return this;
  }

  public Events node(String name, NodeKind kind, String lane) {
    shapes.add(
        new JournalEvent.NodeShape(new NodePath("/Task/" + name), kind, lane, "", List.of()));
    return this;
  }

  public Events composed(int round) {
    events.add(new JournalEvent.GraphComposed(TASK, at(), seq(), round, shapes));
    return this;
  }

  public Events moves(String name, NodeState to, String lane) {
    return moves(name, to, lane, false, "", null, "0", 0);
  }

  public Events moves(
      String name,
      NodeState to,
      String lane,
      boolean hit,
      String reason,
      String model,
      String amount,
      long millis) {
    var shape = shapes.stream().filter(s -> s.node().name().equals(name)).findFirst().orElseThrow();
    events.add(
        new JournalEvent.NodeMoved(
            TASK,
            at(),
            seq(),
            shape.node(),
            shape.kind(),
            NodeState.READY,
            to,
            1,
            1,
            lane,
            hit,
            reason,
            model,
            model != null,
            new BigDecimal(amount),
            model == null ? 0 : 1200,
            model == null ? 0 : 300,
            millis));
    return this;
  }

  public Events corrected(String failure, String cause, String... dirty) {
    events.add(
        new JournalEvent.Corrected(
            TASK,
            at(),
            seq(),
            1,
            failure,
            new NodePath("/Task/" + cause),
            "round-2",
            List.of("/Task/" + cause + ".notes:r1"),
            List.of(dirty).stream().map(name -> new NodePath("/Task/" + name)).toList(),
            false));
    return this;
  }

  public List<JournalEvent> all() {
    return events;
  }

  TaskPicture picture() {
    var picture = new TaskPicture(TASK);
    events.forEach(picture::apply);
    return picture;
  }

  /** The moment after the last event. */
  Instant now() {
    return at();
  }

  /** A first round that failed, a correction, and a second round under way. */
  static Events secondRound() {
    return new Events()
        .accepted("Discounts are rounded wrongly on invoices.")
        .task(TaskState.PLANNING, 1, "")
        .node("Plan", NodeKind.DISAGGREGATE, "planning")
        .node("Ctx_Money", NodeKind.CONTEXT_FILE, "tool")
        .node("Fix", NodeKind.LLM_CHANGE, "economy")
        .node("FixApply", NodeKind.APPLY_CHANGE, "tool")
        .node("Review", NodeKind.REVIEW, "review")
        .composed(1)
        .moves("Plan", NodeState.SUCCEEDED, "planning", false, "", "small", "0.0012", 1200)
        .moves("Ctx_Money", NodeState.SUCCEEDED, "tool", false, "", null, "0", 40)
        .task(TaskState.REFINING, 1, "the tests failed")
        .corrected("test: expected 8 but was 7", "Fix", "Fix", "FixApply", "Review")
        .task(TaskState.EXECUTING, 2, "")
        .moves(
            "Plan", NodeState.SUCCEEDED, "planning", true, "nothing it reads changed", null, "0", 0)
        .moves("Fix", NodeState.RUNNING, "economy");
  }
}
