package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;
import java.util.Set;

/**
 * What may be different after a layer has changed, as composed prim paths.
 *
 * @param structure prims that are composed anew, with everything below them
 * @param content prims that may have other values, targets or children
 */
public record Update(Set<Path> structure, Set<Path> content) {

  static final Update NOTHING = new Update(Set.of(), Set.of());

  public Update {
    structure = Set.copyOf(structure);
    content = Set.copyOf(content);
  }
}
