/** Graphs of finished tasks, kept to be found and referenced by later plans. */
@NullMarked
package dev.taskmaster.graphstore.library;

import org.jspecify.annotations.NullMarked;
