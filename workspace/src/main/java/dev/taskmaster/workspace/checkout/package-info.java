/** Trees as folders for commands to run in, and folders as trees again. */
@NullMarked
package dev.taskmaster.workspace.checkout;

import org.jspecify.annotations.NullMarked;
