package dev.taskmaster.graphstore.adapter.writing;

import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param topicId the topic's UUID: a topic made anew under an old name starts again at offset 0
 * @param type the wire name in its headers, or empty
 * @param id the event's id in its headers, or empty
 */
public record IncomingRecord(
    String topic,
    String topicId,
    int partition,
    long offset,
    @Nullable String key,
    String type,
    String id,
    byte[] value) {

  /** The partition's name in the store. */
  public String partitionId(String store) {
    return partitionId(store, topicId, partition);
  }

  public static String partitionId(String store, String topicId, int partition) {
    return store + "/" + topicId + "/" + partition;
  }
}
