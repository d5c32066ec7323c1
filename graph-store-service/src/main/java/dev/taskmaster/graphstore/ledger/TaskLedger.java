package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything known of a task: what was asked for, its state, its nodes. Immutable; a decision
 * returns another one.
 *
 * @param nodes in plan order, those that a new plan dropped at the end
 */
public record TaskLedger(
    TaskSubmitted submitted, TaskRecord record, Map<NodePath, NodeRecord> nodes) {

  public TaskLedger {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  public TaskId id() {
    return submitted.task();
  }

  /** The nodes of the graph as it is composed now. */
  public List<NodeRecord> present() {
    return nodes.values().stream().filter(NodeRecord::present).toList();
  }
}
