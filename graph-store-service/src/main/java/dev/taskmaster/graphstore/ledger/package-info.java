/**
 * What a task is and how it goes on: the table of transitions and one pure decision per input. No
 * I/O and no clock of its own; whatever it needs from outside is passed in.
 */
@NullMarked
package dev.taskmaster.graphstore.ledger;

import org.jspecify.annotations.NullMarked;
