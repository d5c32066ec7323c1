/**
 * Turns changes and places into the bytes of the next file; line endings, indentation, byte order
 * mark and the final newline stay as they were.
 */
@NullMarked
package dev.taskmaster.patch.writer;

import org.jspecify.annotations.NullMarked;
