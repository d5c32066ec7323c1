package dev.taskmaster.gateway.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.views.GraphMatch;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the graph store knows. Every method throws a {@link dev.taskmaster.gateway.refusals.Refusal}
 * of reason unavailable when it does not answer.
 */
public interface TaskStore {
  Optional<TaskView> task(TaskId task);

  /** Tasks, newest first. */
  Page<TaskView> tasks(TaskQuery query);

  Optional<GraphView> graph(TaskId task);

  /** The journal of a task after {@code seq}, in order; empty for a task it does not know. */
  List<Entry> journal(TaskId task, long seq);

  /** Definitions that fit, best first. */
  List<GraphMatch> graphs(GraphQuery query);

  void keep(ProjectSnapshot project);

  Optional<ProjectSnapshot> project(ProjectId project);

  Page<ProjectSnapshot> projects(@Nullable String cursor, int limit);

  /**
   * Which tasks are asked for.
   *
   * @param state a task state's wire name, or null for all
   * @param cursor where the last page ended, or null for the first
   */
  record TaskQuery(
      @Nullable String state, @Nullable String project, @Nullable String cursor, int limit) {}

  /** What definitions are looked for by; null or empty where it does not matter. */
  record GraphQuery(
      @Nullable String text,
      List<String> tags,
      @Nullable String as,
      @Nullable String project,
      int limit) {
    public GraphQuery {
      tags = List.copyOf(tags);
    }
  }

  /**
   * A part of a list.
   *
   * @param next the cursor of the next part; null at the end
   */
  record Page<T>(List<T> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** An event of the journal by its wire name, as JSON. */
  record Entry(String type, JsonNode event) {
    /** Its place in the task's journal, from 1. */
    public long seq() {
      return event.path("seq").asLong();
    }
  }
}
