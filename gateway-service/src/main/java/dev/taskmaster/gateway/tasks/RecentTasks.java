package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.views.TaskView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that were acknowledged a moment ago and that the graph store may not have read yet, shown
 * as submitted: who submits a task can read it at once.
 */
public final class RecentTasks {
  private static final int MOST = 1000;

  private final Map<TaskId, TaskView> views =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskId, TaskView> eldest) {
          return size() > MOST;
        }
      };

  /** A task was acknowledged. */
  public synchronized void accepted(TaskSubmitted event) {
    views.put(event.task(), submitted(event));
  }

  /** The task as submitted; empty when it was not acknowledged recently. */
  public synchronized Optional<TaskView> find(TaskId task) {
    return Optional.ofNullable(views.get(task));
  }

  /** The graph store knows the task now. */
  public synchronized void known(TaskId task) {
    views.remove(task);
  }

  /** Those that {@code known} leaves out, newest first. */
  public synchronized List<TaskView> beside(List<TaskView> known, @Nullable String project) {
    known.forEach(view -> views.remove(view.task()));
    var rest = new ArrayList<TaskView>();
    for (var view : views.values()) {
      if (project == null || view.project().value().equals(project)) {
        rest.addFirst(view);
      }
    }
    return rest;
  }

  private static TaskView submitted(TaskSubmitted event) {
    return new TaskView(
        event.task(),
        TaskState.SUBMITTED,
        0,
        null,
        null,
        null,
        new TaskView.Nodes(0, 0, 0),
        new TaskView.Cost(BigDecimal.ZERO, "USD", 0, 0, false, 0, 0, Map.of()),
        List.of(),
        event.project().id(),
        event.description(),
        null,
        List.of(),
        null,
        event.at(),
        null);
  }
}
