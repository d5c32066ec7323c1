/** A project with real repositories, for the tests of node kinds. */
@NullMarked
package dev.taskmaster.executor.testing;

import org.jspecify.annotations.NullMarked;
