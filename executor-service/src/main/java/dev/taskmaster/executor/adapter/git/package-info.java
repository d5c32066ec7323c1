/** The executor's ports onto exchange repositories. */
@NullMarked
package dev.taskmaster.executor.adapter.git;

import org.jspecify.annotations.NullMarked;
