/**
 * Questions to a model whose answers are JSON: what is asked, how the answer is checked, and the
 * port that asks.
 */
@NullMarked
package dev.taskmaster.planner.asking;

import org.jspecify.annotations.NullMarked;
