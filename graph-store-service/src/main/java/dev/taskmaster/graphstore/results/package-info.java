/**
 * A result is found by its inputs: keys, what differs between two runs, and how far a result may be
 * shared.
 */
@NullMarked
package dev.taskmaster.graphstore.results;

import org.jspecify.annotations.NullMarked;
