/** Composes a task's stage with the composition library. */
@NullMarked
package dev.taskmaster.graphstore.adapter.composition;

import org.jspecify.annotations.NullMarked;
