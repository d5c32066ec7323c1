/** Reads {@code models.yaml}: every complaint names file, line, key and the way out. */
@NullMarked
package dev.taskmaster.models.file;

import org.jspecify.annotations.NullMarked;
