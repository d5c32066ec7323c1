/** Does every kind of node but planning and review. */
@NullMarked
package dev.taskmaster.executor;

import org.jspecify.annotations.NullMarked;
