package dev.taskmaster.worker.prompts;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.views.GraphMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graphs of earlier tasks, to be used again. */
public interface GraphLibrary {

  /**
   * Definitions that fit, best first.
   *
   * @param query a description
   * @param as the ready-made task that was asked for, or null
   * @throws dev.taskmaster.worker.StoreUnreachableException when the graph store did not answer
   */
  List<GraphMatch> find(
      String query, List<String> tags, @Nullable String as, ProjectId project, int limit);
}
