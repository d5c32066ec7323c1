package dev.taskmaster.executor.project;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.patch.files.FileEdit;
import java.util.List;

/** The branch of a task in the exchange repository. */
public interface TaskBranch {
  /**
   * Resets the branch to the order's commit and adds one commit with the edits. Doing so again
   * gives the same tree.
   *
   * @throws dev.taskmaster.worker.AttemptFailedException when the resulting tree is not safe
   */
  NodeResult.Tree commit(WorkOrder order, List<FileEdit> edits, String message);
}
