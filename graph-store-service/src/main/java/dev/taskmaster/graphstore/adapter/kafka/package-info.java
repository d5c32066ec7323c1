/** Records in, dispatches and journal out. */
@NullMarked
package dev.taskmaster.graphstore.adapter.kafka;

import org.jspecify.annotations.NullMarked;
