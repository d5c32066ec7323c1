/**
 * The only service with task state: it decides what is ready, grants claims and accepts results.
 */
@NullMarked
package dev.taskmaster.graphstore;

import org.jspecify.annotations.NullMarked;
