package dev.taskmaster.composition;

import dev.taskmaster.composition.layer.Path;

/**
 * The address of one spec.
 *
 * @param layer identifier of the layer
 */
public record SpecSite(String layer, Path path) {}
