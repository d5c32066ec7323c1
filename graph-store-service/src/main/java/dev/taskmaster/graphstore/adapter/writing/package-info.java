/**
 * The one writer: takes whatever waits (records, claims, heartbeats, timers) as a batch, has it
 * decided and stored in one transaction, then lets dispatches and journal out.
 */
@NullMarked
package dev.taskmaster.graphstore.adapter.writing;

import org.jspecify.annotations.NullMarked;
