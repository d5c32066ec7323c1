package dev.taskmaster.planner.files;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TreeId;

/** The states of projects. Faults of the storage end the attempt. */
public interface ProjectTrees {
  ProjectTree at(ProjectId project, TreeId tree);
}
