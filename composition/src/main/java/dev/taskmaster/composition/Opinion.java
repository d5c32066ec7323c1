package dev.taskmaster.composition;

import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Value;

/**
 * One authored value of a property.
 *
 * @param layer identifier of the layer that says it
 * @param path the spec in that layer that says it
 */
public record Opinion(String layer, Path path, Value value) {}
