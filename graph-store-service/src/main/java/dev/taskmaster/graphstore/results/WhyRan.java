package dev.taskmaster.graphstore.results;

import dev.taskmaster.claims.WorkOrder.Opinion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a node has to run: which of its inputs differ from those of its last run.
 *
 * @param text for people
 * @param layer the first layer that said something else than before, or null
 */
public record WhyRan(String text, @Nullable String layer) {
  static final String OPINION = "opinion ";
  static final String RESULT_OF = "result of ";
  static final String DESCRIPTION = "description";
  static final String FILES = "files";
  static final String PROJECT = "project";

  private static final int SHOWN = 4;

  /**
   * Compares inputs.
   *
   * @param before those of the last run; empty where there was none
   * @param now those of the run to come
   * @param opinions what is said about the node now
   */
  public static WhyRan of(
      Map<String, String> before, Map<String, String> now, Map<String, Opinion> opinions) {
    if (before.isEmpty()) {
      return new WhyRan("its first run", null);
    }
    var differing = new LinkedHashSet<>(now.keySet());
    differing.addAll(before.keySet());
    differing.removeIf(name -> before.containsKey(name) && before.get(name).equals(now.get(name)));
    if (differing.isEmpty()) {
      return new WhyRan("no input differs, but there is no result to use", null);
    }
    var reasons = new ArrayList<String>();
    @Nullable String layer = null;
    for (var name : differing) {
      var opinion =
          name.startsWith(OPINION) ? opinions.get(name.substring(OPINION.length())) : null;
      layer = layer == null && opinion != null ? opinion.layer() : layer;
      reasons.add(describe(name, before, now, opinion));
    }
    return new WhyRan(shorten(reasons), layer);
  }

  private static String describe(
      String name, Map<String, String> before, Map<String, String> now, @Nullable Opinion by) {
    var subject = name.startsWith(OPINION) ? name.substring(OPINION.length()) : "the " + name;
    var what =
        !before.containsKey(name)
            ? "is new"
            : !now.containsKey(name) ? "is no longer there" : "changed";
    return subject + " " + what + (by == null ? "" : " (layer " + by.layer() + ")");
  }

  private static String shorten(List<String> reasons) {
    var shown = String.join("; ", reasons.subList(0, Math.min(SHOWN, reasons.size())));
    return reasons.size() <= SHOWN ? shown : shown + "; and " + (reasons.size() - SHOWN) + " more";
  }
}
