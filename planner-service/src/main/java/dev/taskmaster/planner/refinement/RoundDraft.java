package dev.taskmaster.planner.refinement;

import dev.taskmaster.events.NodePath;
import java.util.List;

/**
 * A finished correction.
 *
 * @param layer in USD's text format
 * @param summary one line for people
 * @param changed the opinions it authors, such as {@code /Task/Fix.notes:r1}
 * @param fallback whether a rule made it and not a model
 */
public record RoundDraft(
    String layer, String summary, NodePath cause, List<String> changed, boolean fallback) {
  public RoundDraft {
    changed = List.copyOf(changed);
  }
}
