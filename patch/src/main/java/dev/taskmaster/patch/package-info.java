/**
 * Applies the patches that models write: tolerant of their form, strict about their place and their
 * paths. {@link dev.taskmaster.patch.PatchEngine} is the way in.
 */
@NullMarked
package dev.taskmaster.patch;

import org.jspecify.annotations.NullMarked;
