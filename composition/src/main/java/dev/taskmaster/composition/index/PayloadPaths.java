package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;
import org.jspecify.annotations.Nullable;

/**
 * Names of payload prims as the stage calls them, to decide whether they are loaded (end of chapter
 * 8.4).
 */
final class PayloadPaths {

  private PayloadPaths() {}

  /** Up arc by arc; internal references and payloads only carry what is below their target. */
  static @Nullable Path toRoot(Node start, Path from) {
    Path path = from;
    for (Node node = start; path != null && node.parent != null; node = node.parent) {
      path = (node.arc.bringsTarget() ? node.map.withoutRoot() : node.map).map(path);
    }
    return path;
  }
}
