package dev.taskmaster.graphstore.ledger;

import static dev.taskmaster.events.NodeState.CANCELLED;
import static dev.taskmaster.events.NodeState.CLAIMED;
import static dev.taskmaster.events.NodeState.FAILED;
import static dev.taskmaster.events.NodeState.PENDING;
import static dev.taskmaster.events.NodeState.READY;
import static dev.taskmaster.events.NodeState.RUNNING;
import static dev.taskmaster.events.NodeState.SUCCEEDED;
import static dev.taskmaster.events.NodeState.WAITING;

import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of what may follow what. Whoever wants to change a state asks it; the diagram in
 * {@code docs/lifecycle.md} is written from it.
 */
public final class Transitions {

  /** A row about nodes. */
  public record NodeRow(NodeState from, NodeStep step, NodeState to) {}

  /** A row about tasks. */
  public record TaskRow(TaskState from, TaskStep step, TaskState to) {}

  public static final List<NodeRow> NODES =
      List.of(
          new NodeRow(PENDING, NodeStep.RELEASED, READY),
          new NodeRow(PENDING, NodeStep.FOUND, SUCCEEDED),
          new NodeRow(PENDING, NodeStep.CANCELLED, CANCELLED),
          new NodeRow(READY, NodeStep.CLAIMED, CLAIMED),
          new NodeRow(READY, NodeStep.SUPERSEDED, PENDING),
          new NodeRow(READY, NodeStep.CANCELLED, CANCELLED),
          new NodeRow(CLAIMED, NodeStep.CLAIMED_AGAIN, CLAIMED),
          new NodeRow(CLAIMED, NodeStep.BEATEN, RUNNING),
          new NodeRow(CLAIMED, NodeStep.SUCCEEDED, SUCCEEDED),
          new NodeRow(CLAIMED, NodeStep.TRIED_AGAIN, READY),
          new NodeRow(CLAIMED, NodeStep.LEASE_EXPIRED, READY),
          new NodeRow(CLAIMED, NodeStep.FAILED, FAILED),
          new NodeRow(CLAIMED, NodeStep.WAITING, WAITING),
          new NodeRow(CLAIMED, NodeStep.SUPERSEDED, PENDING),
          new NodeRow(CLAIMED, NodeStep.CANCELLED, CANCELLED),
          new NodeRow(RUNNING, NodeStep.SUCCEEDED, SUCCEEDED),
          new NodeRow(RUNNING, NodeStep.TRIED_AGAIN, READY),
          new NodeRow(RUNNING, NodeStep.LEASE_EXPIRED, READY),
          new NodeRow(RUNNING, NodeStep.FAILED, FAILED),
          new NodeRow(RUNNING, NodeStep.WAITING, WAITING),
          new NodeRow(RUNNING, NodeStep.SUPERSEDED, PENDING),
          new NodeRow(RUNNING, NodeStep.CANCELLED, CANCELLED),
          new NodeRow(WAITING, NodeStep.ANSWERED, SUCCEEDED),
          new NodeRow(WAITING, NodeStep.DECLINED, FAILED),
          new NodeRow(WAITING, NodeStep.SUPERSEDED, PENDING),
          new NodeRow(WAITING, NodeStep.CANCELLED, CANCELLED),
          new NodeRow(SUCCEEDED, NodeStep.FOUND_AGAIN, SUCCEEDED),
          new NodeRow(SUCCEEDED, NodeStep.DIRTIED, PENDING),
          new NodeRow(FAILED, NodeStep.DIRTIED, PENDING),
          new NodeRow(FAILED, NodeStep.REOPENED, PENDING),
          new NodeRow(CANCELLED, NodeStep.REOPENED, PENDING));

  public static final List<TaskRow> TASKS = taskRows();

  private static final Map<NodeState, Map<NodeStep, NodeState>> NODE_STEPS = nodeSteps();
  private static final Map<TaskState, Map<TaskStep, TaskState>> TASK_STEPS = taskSteps();

  private Transitions() {}

  private static List<TaskRow> taskRows() {
    var rows = new ArrayList<TaskRow>();
    rows.add(new TaskRow(TaskState.SUBMITTED, TaskStep.PLAN_NEEDED, TaskState.PLANNING));
    rows.add(new TaskRow(TaskState.SUBMITTED, TaskStep.REJECTED, TaskState.REJECTED));
    rows.add(new TaskRow(TaskState.SUBMITTED, TaskStep.BROKE, TaskState.BROKEN));
    rows.add(new TaskRow(TaskState.PLANNING, TaskStep.PLAN_SHOWN, TaskState.PLAN_REVIEW));
    rows.add(new TaskRow(TaskState.PLANNING, TaskStep.WORK_NEEDED, TaskState.EXECUTING));
    rows.add(new TaskRow(TaskState.PLANNING, TaskStep.REVIEW_NEEDED, TaskState.VERIFYING));
    rows.add(new TaskRow(TaskState.PLANNING, TaskStep.CORRECTION_NEEDED, TaskState.REFINING));
    rows.add(new TaskRow(TaskState.PLANNING, TaskStep.DONE, TaskState.COMPLETED));
    rows.add(new TaskRow(TaskState.PLAN_REVIEW, TaskStep.WORK_NEEDED, TaskState.EXECUTING));
    rows.add(new TaskRow(TaskState.PLAN_REVIEW, TaskStep.REVIEW_NEEDED, TaskState.VERIFYING));
    rows.add(new TaskRow(TaskState.PLAN_REVIEW, TaskStep.PLAN_NEEDED, TaskState.PLANNING));
    rows.add(new TaskRow(TaskState.PLAN_REVIEW, TaskStep.CORRECTION_NEEDED, TaskState.REFINING));
    rows.add(new TaskRow(TaskState.EXECUTING, TaskStep.PLAN_NEEDED, TaskState.PLANNING));
    rows.add(new TaskRow(TaskState.EXECUTING, TaskStep.REVIEW_NEEDED, TaskState.VERIFYING));
    rows.add(new TaskRow(TaskState.EXECUTING, TaskStep.CORRECTION_NEEDED, TaskState.REFINING));
    rows.add(new TaskRow(TaskState.EXECUTING, TaskStep.DONE, TaskState.COMPLETED));
    rows.add(new TaskRow(TaskState.VERIFYING, TaskStep.PLAN_NEEDED, TaskState.PLANNING));
    rows.add(new TaskRow(TaskState.VERIFYING, TaskStep.WORK_NEEDED, TaskState.EXECUTING));
    rows.add(new TaskRow(TaskState.VERIFYING, TaskStep.CORRECTION_NEEDED, TaskState.REFINING));
    rows.add(new TaskRow(TaskState.VERIFYING, TaskStep.DELIVERED, TaskState.COMMITTED));
    rows.add(new TaskRow(TaskState.VERIFYING, TaskStep.DONE, TaskState.COMPLETED));
    rows.add(new TaskRow(TaskState.REFINING, TaskStep.PLAN_NEEDED, TaskState.PLANNING));
    rows.add(new TaskRow(TaskState.REFINING, TaskStep.WORK_NEEDED, TaskState.EXECUTING));
    rows.add(new TaskRow(TaskState.REFINING, TaskStep.REVIEW_NEEDED, TaskState.VERIFYING));
    rows.add(new TaskRow(TaskState.REFINING, TaskStep.PLAN_SHOWN, TaskState.PLAN_REVIEW));
    for (var live :
        List.of(
            TaskState.PLANNING,
            TaskState.PLAN_REVIEW,
            TaskState.EXECUTING,
            TaskState.VERIFYING,
            TaskState.REFINING)) {
      if (live != TaskState.PLAN_REVIEW) {
        rows.add(new TaskRow(live, TaskStep.REJECTED, TaskState.REJECTED));
        rows.add(new TaskRow(live, TaskStep.BROKE, TaskState.BROKEN));
      }
      rows.add(new TaskRow(live, TaskStep.CANCELLED, TaskState.CANCELLED));
    }
    for (var ended : List.of(TaskState.REJECTED, TaskState.CANCELLED, TaskState.BROKEN)) {
      rows.add(new TaskRow(ended, TaskStep.REOPENED, TaskState.PLANNING));
    }
    return List.copyOf(rows);
  }

  /** Where {@code step} leads a node from {@code from}; empty where it is not allowed. */
  public static Optional<NodeState> of(NodeState from, NodeStep step) {
    return Optional.ofNullable(NODE_STEPS.getOrDefault(from, Map.of()).get(step));
  }

  /** Where {@code step} leads a task from {@code from}; empty where it is not allowed. */
  public static Optional<TaskState> of(TaskState from, TaskStep step) {
    return Optional.ofNullable(TASK_STEPS.getOrDefault(from, Map.of()).get(step));
  }

  private static Map<NodeState, Map<NodeStep, NodeState>> nodeSteps() {
    var steps = new EnumMap<NodeState, Map<NodeStep, NodeState>>(NodeState.class);
    for (var row : NODES) {
      steps
          .computeIfAbsent(row.from(), unused -> new EnumMap<>(NodeStep.class))
          .put(row.step(), row.to());
    }
    return steps;
  }

  private static Map<TaskState, Map<TaskStep, TaskState>> taskSteps() {
    var steps = new EnumMap<TaskState, Map<TaskStep, TaskState>>(TaskState.class);
    for (var row : TASKS) {
      steps
          .computeIfAbsent(row.from(), unused -> new EnumMap<>(TaskStep.class))
          .put(row.step(), row.to());
    }
    return steps;
  }
}
