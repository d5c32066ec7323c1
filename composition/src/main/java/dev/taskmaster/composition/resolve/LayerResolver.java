package dev.taskmaster.composition.resolve;

import dev.taskmaster.composition.layer.Layer;
import java.util.Optional;

/**
 * Where layers come from. Implementations may be asked by several threads, and answer the same for
 * as long as a stage is open.
 */
public interface LayerResolver {

  /**
   * The identifier an asset path means in the layer that wrote it (chapter 4.2). Always answers,
   * also for layers that do not exist: list edits compare identifiers.
   */
  String identify(String assetPath, String anchorIdentifier);

  /**
   * The layer of an identifier, or empty if there is none.
   *
   * @throws dev.taskmaster.composition.text.UsdaSyntaxException if there is one that cannot be read
   */
  Optional<Layer> open(String identifier);
}
