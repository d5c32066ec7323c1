package dev.taskmaster.graphstore.results;

import dev.taskmaster.events.NodeResult;
import org.jspecify.annotations.Nullable;

/**
 * Results made earlier. A decision reads no database: what is not known yet is said, and the
 * decision is made again once it is.
 */
public interface KnownResults {

  Answer find(ResultId id);

  /** No result was ever made: for tasks that start from nothing. */
  KnownResults NONE = id -> Answer.ABSENT;

  /**
   * What is known of one result.
   *
   * @param looked whether anybody looked
   */
  record Answer(boolean looked, @Nullable NodeResult result) {
    public static final Answer UNKNOWN = new Answer(false, null);
    public static final Answer ABSENT = new Answer(true, null);

    public static Answer of(NodeResult result) {
      return new Answer(true, result);
    }
  }
}
