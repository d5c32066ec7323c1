package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.events.InvalidIdException;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.gateway.Gateway;
import java.util.Locale;

/** What people call a task: its id, the end of it, or {@code last}. */
public final class TaskNames {
  private static final int LOOKED_AT = 200;
  private static final int WHOLE = 28;

  private TaskNames() {}

  /**
   * The task that is meant.
   *
   * @throws CommandFailure exit 2 when it is none, or more than one
   */
  public static TaskId find(Gateway gateway, String name) {
    if (name.length() == WHOLE) {
      try {
        return new TaskId(name);
      } catch (InvalidIdException e) {
        throw CommandFailure.badInput(e.getMessage() + ".", e);
      }
    }
    var recent = gateway.tasks(null, null, null, LOOKED_AT).items();
    if (name.equals("last") && !recent.isEmpty()) {
      return recent.getFirst().task();
    }
    var wanted = name.toUpperCase(Locale.ROOT);
    var meant =
        recent.stream()
            .map(view -> view.task())
            .filter(id -> wanted.length() >= 4 && id.value().endsWith(wanted))
            .toList();
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    throw CommandFailure.badInput(
        meant.isEmpty()
            ? "No task is called '%s'. './taskmaster task list' names them; the last letters of an id, or 'last', are enough."
                .formatted(name)
            : "'%s' is the end of %d tasks: say more of its id.".formatted(name, meant.size()));
  }
}
