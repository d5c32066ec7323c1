package dev.taskmaster.executor.change;

import dev.taskmaster.claims.WorkOrder;

/** The message of a task's commit: what it is for, and the task and node it comes from. */
public final class CommitMessage {
  private static final int LONGEST_SUBJECT = 72;

  private CommitMessage() {}

  public static String of(WorkOrder order) {
    var description = firstLine(order.description());
    var goal = order.text("goal").map(CommitMessage::firstLine).filter(text -> !text.isEmpty());
    var subject = goal.orElse(description);
    var body = new StringBuilder(shortened(subject)).append("\n\n");
    if (!subject.equals(description)) {
      body.append("For: ").append(description).append("\n\n");
    }
    return body.append("Task: ")
        .append(order.task())
        .append("\nNode: ")
        .append(order.node())
        .append('\n')
        .toString();
  }

  /** For a tree that was found instead of made, as a commit of this task. */
  public static String ofReused(WorkOrder order) {
    return "%s\n\nTask: %s\nNode: %s\n"
        .formatted(shortened(firstLine(order.description())), order.task(), order.node());
  }

  private static String firstLine(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }

  private static String shortened(String line) {
    if (line.length() <= LONGEST_SUBJECT) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_SUBJECT - 1);
    return line.substring(0, space > LONGEST_SUBJECT / 2 ? space : LONGEST_SUBJECT - 1) + "…";
  }
}
