package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.SourceSnapshot;
import dev.taskmaster.gateway.projects.ProjectFiles;
import java.nio.file.Path;
import java.util.Optional;

/** The repositories of people, which are read and never written. */
public interface Repositories {
  /**
   * Opens the repository that {@code path} lies in.
   *
   * @throws dev.taskmaster.gateway.refusals.Refusal when there is none, or it has no commit or no
   *     working tree
   */
  Opened open(Path path);

  /** A repository at the state of its HEAD. Close it after use. */
  interface Opened extends AutoCloseable {
    /** The root of the working tree. */
    Path root();

    /** What is committed at HEAD. */
    ProjectFiles files();

    /**
     * The text of a file in the working tree that HEAD does not have; empty where there is none.
     */
    Optional<String> uncommitted(String path);

    /** Pins HEAD and everything it reaches in the exchange repository of {@code project}. */
    SourceSnapshot importHead(ProjectId project);

    @Override
    void close();
  }
}
