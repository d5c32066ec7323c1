/** The kinds of nodes an executor does: one file per kind behind {@code NodeKindWork}. */
@NullMarked
package dev.taskmaster.executor.nodes;

import org.jspecify.annotations.NullMarked;
