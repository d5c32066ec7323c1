package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.InvalidIdException;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskEvent.AnswerGiven;
import dev.taskmaster.events.TaskEvent.Decision;
import dev.taskmaster.events.TaskEvent.TaskAmended;
import dev.taskmaster.events.TaskEvent.TaskCancelled;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.views.TaskView;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people want of a task that is there: cancel it, go on with it, answer it. */
public final class GuideTask {
  private static final int LONGEST_TEXT = 32 * 1024;
  private static final int MOST_ROUNDS = 20;

  private final Tasks tasks;
  private final TaskEvents events;
  private final Clock clock;

  public GuideTask(Tasks tasks, TaskEvents events, Clock clock) {
    this.tasks = tasks;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Cancels a task; cancelling it twice is the same as once.
   *
   * @throws Refusal when it has ended otherwise
   */
  public TaskView cancel(TaskId task, @Nullable String reason) {
    var view = tasks.require(task);
    if (view.state() == TaskState.CANCELLED) {
      return view;
    }
    if (view.state().terminal()) {
      throw Refusal.conflict(
          "Task %s has already ended as %s; there is nothing to cancel."
              .formatted(task, view.state().wireName()));
    }
    var why = reason == null || reason.isBlank() ? "a person cancelled it" : bounded(reason);
    events.publish(new TaskCancelled(task, clock.instant(), why));
    return view;
  }

  /**
   * Goes on with a task that ended without a result, or changes the limits of one that runs.
   *
   * @throws Refusal when it is in no state for that
   */
  public TaskView retry(TaskId task, RetryRequest request) {
    var view = tasks.require(task);
    var fresh = request.fresh() == null ? List.<String>of() : request.fresh();
    boolean succeeded = view.state() == TaskState.COMMITTED || view.state() == TaskState.COMPLETED;
    if (succeeded && fresh.isEmpty()) {
      throw Refusal.conflict(
          "Task %s is %s; name nodes in 'fresh' to have their results made anew."
              .formatted(task, view.state().wireName()));
    }
    boolean changesLimits = request.budget() != null || request.rounds() != null;
    if (!view.state().terminal() && !changesLimits) {
      throw Refusal.conflict(
          "Task %s is %s and goes on by itself; wait for its end, or give it another 'budget' or 'rounds'."
              .formatted(task, view.state().wireName()));
    }
    check(request);
    events.publish(
        new TaskAmended(
            task,
            clock.instant(),
            request.budget(),
            request.rounds(),
            fresh.stream().map(path -> node("fresh", path)).toList(),
            request.note() == null ? null : bounded(request.note())));
    return view;
  }

  /**
   * Answers what a node waits for.
   *
   * @throws Refusal when nothing waits, or it is not clear which node is meant
   */
  public TaskView answer(TaskId task, AnswerRequest request) {
    var decision = decision(request.decision());
    var text = request.text() == null ? "" : bounded(request.text()).strip();
    if (text.isEmpty() && decision != Decision.APPROVE) {
      throw Refusal.invalid(
          "text", "There is no text: say the answer, or why it is rejected, in 'text'.");
    }
    var view = tasks.require(task);
    var node = waitingNode(view, request.node());
    events.publish(new AnswerGiven(task, clock.instant(), node, decision, text));
    return view;
  }

  private static NodePath waitingNode(TaskView view, @Nullable String named) {
    var waiting = view.waiting().stream().map(TaskView.Waiting::node).toList();
    if (waiting.isEmpty()) {
      throw Refusal.conflict(
          "Task %s is %s and waits for no answer.".formatted(view.task(), view.state().wireName()));
    }
    if (named == null) {
      if (waiting.size() > 1) {
        throw Refusal.invalid(
            "node", "Several nodes wait; say which one in 'node': %s.".formatted(waiting));
      }
      return waiting.getFirst();
    }
    var node = node("node", named);
    if (!waiting.contains(node)) {
      throw Refusal.invalid(
          "node", "%s does not wait for an answer; these do: %s.".formatted(node, waiting));
    }
    return node;
  }

  private static void check(RetryRequest request) {
    if (request.budget() != null && request.budget().signum() < 0) {
      throw Refusal.invalid(
          "budget", "A budget of %s is below nothing.".formatted(request.budget()));
    }
    if (request.rounds() != null && (request.rounds() < 1 || request.rounds() > MOST_ROUNDS)) {
      throw Refusal.invalid(
          "rounds",
          "%d rounds are not possible: say 1 to %d.".formatted(request.rounds(), MOST_ROUNDS));
    }
  }

  private static Decision decision(@Nullable String name) {
    if (name == null) {
      return Decision.ANSWER;
    }
    try {
      return Decision.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(
          "decision", "'%s' is no decision: say answer, approve or reject.".formatted(name));
    }
  }

  /** A short name stands for the node directly below the task. */
  static NodePath node(String field, String path) {
    try {
      return new NodePath(path.startsWith("/") ? path : "/Task/" + path);
    } catch (InvalidIdException e) {
      throw Refusal.invalid(field, e.getMessage() + ".");
    }
  }

  private static String bounded(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw Refusal.tooLarge(
          "text",
          "The text has %d characters, and %d are taken.".formatted(text.length(), LONGEST_TEXT));
    }
    return text;
  }
}
