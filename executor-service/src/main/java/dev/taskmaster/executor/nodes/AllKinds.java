package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.NodeWork;
import dev.taskmaster.workspace.ExchangeException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each order to the work of its kind. */
public final class AllKinds implements NodeWork {
  private final Map<NodeKind, NodeKindWork> works = new EnumMap<>(NodeKind.class);

  public AllKinds(List<NodeKindWork> kinds) {
    for (var kind : kinds) {
      if (works.put(kind.kind(), kind) != null) {
        throw new IllegalArgumentException("two works for the kind " + kind.kind().wireName());
      }
    }
  }

  /** The kinds that can be done. */
  public Set<NodeKind> kinds() {
    return Set.copyOf(works.keySet());
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) throws Exception {
    var work = works.get(order.kind());
    if (work == null) {
      return new NodeOutcome.Failed(
          FaultKind.SYSTEM,
          "%s is of the kind %s, which this executor does not know"
              .formatted(order.node(), order.kind().wireName()));
    }
    try {
      return work.work(order, attempt);
    } catch (ExchangeException e) {
      return new NodeOutcome.Failed(FaultKind.TRANSIENT, String.valueOf(e.getMessage()));
    }
  }
}
