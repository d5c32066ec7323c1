/** Changes as models propose them and as they are kept: checked diffs, commit messages. */
@NullMarked
package dev.taskmaster.executor.change;

import org.jspecify.annotations.NullMarked;
