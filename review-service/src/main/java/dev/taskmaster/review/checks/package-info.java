/** The project's own commands, run one after the other where they can do no harm. */
@NullMarked
package dev.taskmaster.review.checks;

import org.jspecify.annotations.NullMarked;
