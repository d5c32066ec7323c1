package dev.taskmaster.executor.project;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TreeId;
import dev.taskmaster.patch.PatchLimits;
import dev.taskmaster.patch.files.SourceTree;

/** The files of a project at a tree, read from git without a checkout. */
public interface TaskTrees {
  /**
   * The files of a tree, none read further than a patch may touch.
   *
   * @throws dev.taskmaster.worker.AttemptFailedException when the tree is not there
   */
  default SourceTree files(ProjectId project, TreeId tree) {
    return files(project, tree, PatchLimits.standard().fileBytes() + 1);
  }

  /**
   * The files of a tree, none read further than {@code mostBytes}: an executor has little memory.
   *
   * @throws dev.taskmaster.worker.AttemptFailedException when the tree is not there
   */
  SourceTree files(ProjectId project, TreeId tree, int mostBytes);
}
