/** Runs folders of task cases and checks each result itself. */
@NullMarked
package dev.taskmaster.localstack.cli.eval;

import org.jspecify.annotations.NullMarked;
