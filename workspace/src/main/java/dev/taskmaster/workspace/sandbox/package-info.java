/**
 * Runs commands that nobody has reason to trust. The sandbox decides what they can reach, never a
 * list of allowed commands.
 */
@NullMarked
package dev.taskmaster.workspace.sandbox;

import org.jspecify.annotations.NullMarked;
