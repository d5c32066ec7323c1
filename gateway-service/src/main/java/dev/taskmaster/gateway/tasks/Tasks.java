package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import java.util.ArrayList;
import java.util.List;

/** Reads tasks: what the graph store knows, and what it will know in a moment. */
public final class Tasks {
  private final TaskStore store;
  private final RecentTasks recent;

  public Tasks(TaskStore store, RecentTasks recent) {
    this.store = store;
    this.recent = recent;
  }

  /**
   * The task.
   *
   * @throws Refusal when there is none
   */
  public TaskView require(TaskId task) {
    var stored = store.task(task);
    if (stored.isPresent()) {
      recent.known(task);
      return stored.get();
    }
    return recent.find(task).orElseThrow(() -> unknown(task));
  }

  /** A page of tasks, newest first. */
  public TaskStore.Page<TaskView> list(TaskStore.TaskQuery query) {
    var page = store.tasks(query);
    boolean mayBeNew =
        query.cursor() == null && (query.state() == null || query.state().equals("submitted"));
    if (!mayBeNew) {
      return page;
    }
    var items = new ArrayList<TaskView>(recent.beside(page.items(), query.project()));
    items.addAll(page.items());
    return new TaskStore.Page<>(items, page.next());
  }

  /**
   * The task's graph; one without nodes while it has not been composed.
   *
   * @throws Refusal when there is no such task
   */
  public GraphView graph(TaskId task) {
    return store
        .graph(task)
        .orElseGet(() -> new GraphView(require(task).task(), 0, List.of(), List.of()));
  }

  private static Refusal unknown(TaskId task) {
    return Refusal.notFound("No task is called %s: GET /api/v1/tasks lists them.".formatted(task));
  }
}
