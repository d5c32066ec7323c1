/**
 * The live stream of a task: what its journal holds, then what happens, without a gap and without a
 * repetition.
 */
@NullMarked
package dev.taskmaster.gateway.live;

import org.jspecify.annotations.NullMarked;
