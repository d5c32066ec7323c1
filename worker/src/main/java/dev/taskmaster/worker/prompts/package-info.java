/**
 * Prompts and earlier graphs as a worker sees them: immutable versions, found by name or by tags.
 */
@NullMarked
package dev.taskmaster.worker.prompts;

import org.jspecify.annotations.NullMarked;
