/** What the graph store shows of tasks to the outside: read models, no state of their own. */
@NullMarked
package dev.taskmaster.views;

import org.jspecify.annotations.NullMarked;
