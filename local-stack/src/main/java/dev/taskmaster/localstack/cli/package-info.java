/**
 * The command line: one file per command, registered in {@link
 * dev.taskmaster.localstack.cli.TaskmasterCommand}. Results go to standard output, everything else
 * to standard error.
 */
@NullMarked
package dev.taskmaster.localstack.cli;

import org.jspecify.annotations.NullMarked;
