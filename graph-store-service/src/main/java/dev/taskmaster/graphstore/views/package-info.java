/** Ledgers as people see them: pure translations into the contract's views. */
@NullMarked
package dev.taskmaster.graphstore.views;

import org.jspecify.annotations.NullMarked;
