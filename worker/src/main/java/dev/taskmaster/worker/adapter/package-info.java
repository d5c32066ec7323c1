/**
 * The work loop's surroundings: the graph store and the prompt library over REST, dispatches and
 * results over Kafka.
 */
@NullMarked
package dev.taskmaster.worker.adapter;

import org.jspecify.annotations.NullMarked;
