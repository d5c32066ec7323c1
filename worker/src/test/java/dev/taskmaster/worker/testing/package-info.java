/** Stand-ins for a worker's surroundings, for the tests of workers. */
@NullMarked
package dev.taskmaster.worker.testing;

import org.jspecify.annotations.NullMarked;
