/** Commands that start, show and guide tasks. */
@NullMarked
package dev.taskmaster.localstack.cli.task;

import org.jspecify.annotations.NullMarked;
