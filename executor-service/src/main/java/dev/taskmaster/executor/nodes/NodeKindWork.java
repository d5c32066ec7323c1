package dev.taskmaster.executor.nodes;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.worker.NodeWork;

/** How one kind of node is done. */
public interface NodeKindWork extends NodeWork {
  NodeKind kind();
}
