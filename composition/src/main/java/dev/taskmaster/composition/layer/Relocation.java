package dev.taskmaster.composition.layer;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the layer metadata {@code relocates}; a null target removes the prim (chapter 8.9).
 */
public record Relocation(Path source, @Nullable Path target) {}
