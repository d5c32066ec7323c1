/**
 * The {@code .usda} text of a layer: a reader that refuses what it does not understand, and a
 * canonical writer (chapter 3).
 */
@NullMarked
package dev.taskmaster.composition.text;

import org.jspecify.annotations.NullMarked;
