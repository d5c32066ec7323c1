/** What context nodes find in a project's files: ranges of lines, matches, paths that come near. */
@NullMarked
package dev.taskmaster.executor.context;

import org.jspecify.annotations.NullMarked;
