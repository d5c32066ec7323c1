package dev.taskmaster.localstack.gateway;

import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskId;
import java.util.List;

/** A task that was taken on, and what a person should know about it. */
public record Accepted(TaskId task, ProjectSnapshot project, List<String> notices) {
  public Accepted {
    notices = List.copyOf(notices);
  }
}
