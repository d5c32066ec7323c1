package dev.taskmaster.gateway.projects;

import dev.taskmaster.events.ProjectSnapshot;
import java.util.List;

/**
 * A project with what a person should know about how it was understood.
 *
 * @param named whether its id was written by a person, rather than taken from the folder's name
 */
public record DescribedProject(ProjectSnapshot snapshot, boolean named, List<String> notices) {
  public DescribedProject {
    notices = List.copyOf(notices);
  }
}
