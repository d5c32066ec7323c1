package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;

/**
 * Why an index is built as a part of another one (chapter 8.1).
 *
 * @param outer the build that asked
 * @param requested what was asked for; the build stands at this path or, on its way there, above it
 * @param parent the node of the outer graph that will get the result
 * @param arc the arc between the two
 * @param map the map of that arc
 * @param depth number of frames around, this one included
 */
record Frame(
    IndexBuild outer,
    Site requested,
    Node parent,
    ArcType arc,
    MapFunction map,
    boolean skipDuplicates,
    int depth) {

  /**
   * A path of this frame's graph, which stands at {@code stand}, moved to the level of what was
   * asked for (8.3.1).
   */
  Path atRequestedLevel(Path path, Path stand) {
    return requested.path().replacePrefix(stand, path);
  }
}
