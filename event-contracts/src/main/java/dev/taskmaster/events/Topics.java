package dev.taskmaster.events;

import java.util.List;
import java.util.stream.Stream;

/** The topics, by what travels on them. */
public final class Topics {
  public static final String TASKS = "taskmaster.tasks.v1";
  public static final String PLANNING = "taskmaster.planning.v1";
  public static final String REVIEW = "taskmaster.review.v1";
  public static final String RESULTS = "taskmaster.results.v1";
  public static final String JOURNAL = "taskmaster.journal.v1";

  /** The lane of nodes that call no model. */
  public static final String TOOL_LANE = "tool";

  public static final String PLANNING_LANE = "planning";
  public static final String REVIEW_LANE = "review";

  /** The executor lanes of a default installation: tools, and one per model tier. */
  public static final List<String> EXECUTION_LANES =
      List.of(TOOL_LANE, "economy", "standard", "premium");

  private Topics() {}

  /** The topic of dispatches for a lane of any worker. */
  public static String ofLane(String lane) {
    return switch (lane) {
      case PLANNING_LANE -> PLANNING;
      case REVIEW_LANE -> REVIEW;
      default -> "taskmaster.execution." + lane + ".v1";
    };
  }

  /** Where {@code service} puts what it could not understand of {@code topic}. */
  public static String deadLetters(String topic, String service) {
    return topic + "." + service + ".dlq";
  }

  /** Every topic that a default installation creates, dead letters included. */
  public static List<String> all() {
    var dispatches =
        Stream.concat(Stream.of(PLANNING, REVIEW), EXECUTION_LANES.stream().map(Topics::ofLane));
    var deadLetters =
        Stream.concat(
            Stream.of(
                deadLetters(TASKS, "graph-store"),
                deadLetters(RESULTS, "graph-store"),
                deadLetters(JOURNAL, "gateway"),
                deadLetters(PLANNING, "planner"),
                deadLetters(REVIEW, "review")),
            EXECUTION_LANES.stream().map(lane -> deadLetters(ofLane(lane), "executor")));
    return Stream.of(Stream.of(TASKS, RESULTS, JOURNAL), dispatches, deadLetters)
        .flatMap(topics -> topics)
        .toList();
  }
}
