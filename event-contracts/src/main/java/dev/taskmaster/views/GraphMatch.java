package dev.taskmaster.views;

import java.util.List;

/**
 * A definition found for a description.
 *
 * @param definition its id; also the asset path by which a plan references it
 * @param score 0 to 1
 * @param layer the definition's text, whose default prim is the graph
 * @param outcome how its task ended
 */
public record GraphMatch(
    String definition,
    String description,
    List<String> tags,
    double score,
    String outcome,
    int rounds,
    String layer) {
  public GraphMatch {
    tags = List.copyOf(tags);
  }
}
