/**
 * Finds the one place of a hunk in a file: by its content first, by line numbers and order only
 * when these agree.
 */
@NullMarked
package dev.taskmaster.patch.placement;

import org.jspecify.annotations.NullMarked;
