/**
 * The protocol between workers and the graph store: claim a dispatched node, beat while working.
 * Spoken over REST; results travel as events.
 */
@NullMarked
package dev.taskmaster.claims;

import org.jspecify.annotations.NullMarked;
