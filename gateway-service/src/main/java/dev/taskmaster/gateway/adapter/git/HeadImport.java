package dev.taskmaster.gateway.adapter.git;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.SourceSnapshot;
import java.nio.file.Path;

/** Pins the HEAD of a person's repository in the exchange repository of a project. */
@FunctionalInterface
public interface HeadImport {
  SourceSnapshot importHead(ProjectId project, Path root);
}
