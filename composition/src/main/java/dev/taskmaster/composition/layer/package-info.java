/**
 * The data model of a layer (chapter 2): paths, values, list edits and the specs that one layer
 * holds. Everything here is immutable, apart from the editors that make new layers.
 */
@NullMarked
package dev.taskmaster.composition.layer;

import org.jspecify.annotations.NullMarked;
