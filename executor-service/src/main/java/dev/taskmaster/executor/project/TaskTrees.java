package dev.taskmaster.executor.project;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TreeId;
import dev.taskmaster.patch.files.SourceTree;

/** The files of a project at a tree, read from git without a checkout. */
public interface TaskTrees {
  /**
   * The files of a tree.
   *
   * @throws dev.taskmaster.worker.AttemptFailedException when the tree is not there
   */
  SourceTree files(ProjectId project, TreeId tree);
}
