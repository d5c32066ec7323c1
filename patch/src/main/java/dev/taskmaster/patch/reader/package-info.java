/**
 * Reads what models write (diffs in many states of repair, search and replace blocks, whole files)
 * into exact changes. A reading that would be a guess is a problem, not a change.
 */
@NullMarked
package dev.taskmaster.patch.reader;

import org.jspecify.annotations.NullMarked;
