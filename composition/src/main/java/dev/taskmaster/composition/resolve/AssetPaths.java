package dev.taskmaster.composition.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Arithmetic on slash-separated asset paths (chapter 4.2). */
final class AssetPaths {

  private AssetPaths() {}

  /** True for a path that starts at its own layer, never at a search directory. */
  static boolean isAnchored(String path) {
    return path.startsWith("./") || path.startsWith("../");
  }

  static String beside(String anchorIdentifier, String path) {
    if (path.startsWith("/")) {
      return normal(path);
    }
    int slash = anchorIdentifier.lastIndexOf('/');
    return normal(slash < 0 ? path : anchorIdentifier.substring(0, slash + 1) + path);
  }

  /** Without {@code .} and, as far as it is possible, without {@code ..}. */
  static String normal(String path) {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : path.split("/", -1)) {
      boolean up = step.equals("..");
      if (up && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    StringBuilder text = new StringBuilder(path.startsWith("/") ? "/" : "");
    for (Iterator<String> rest = steps.iterator(); rest.hasNext(); ) {
      text.append(rest.next()).append(rest.hasNext() ? "/" : "");
    }
    return text.toString();
  }
}
