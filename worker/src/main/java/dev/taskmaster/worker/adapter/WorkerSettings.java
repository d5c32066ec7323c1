package dev.taskmaster.worker.adapter;

import java.net.URI;
import java.util.Map;

/**
 * Where a worker's surroundings are.
 *
 * @param service such as {@code executor}: names the consumer groups, dead letters and events
 * @param lanes how many attempts run at a time, by lane
 */
public record WorkerSettings(
    String service, URI graphStore, String kafkaBootstrap, Map<String, Integer> lanes) {
  public WorkerSettings {
    lanes = Map.copyOf(lanes);
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("a worker serves at least one lane");
    }
  }
}
