package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodePath;
import java.util.List;

/**
 * A failure and the layer that followed from it.
 *
 * @param round the round that failed
 * @param dirty what had to run again as far as its inputs told, and what is new, in plan order
 */
public record Lesson(
    int round,
    String failure,
    NodePath cause,
    String layer,
    List<String> changed,
    List<NodePath> dirty,
    boolean fallback) {
  public Lesson {
    changed = List.copyOf(changed);
    dirty = List.copyOf(dirty);
  }
}
