/**
 * The rules of composition (chapters 4 to 10): layer stacks, map functions, and the prim index
 * whose pre-order is the order of strength. One file per rule; {@code IndexBuild} runs them.
 */
@NullMarked
package dev.taskmaster.composition.index;

import org.jspecify.annotations.NullMarked;
