/**
 * How the exchange repository uses git's object format, through JGit only: no git command, no
 * hooks, no filters, no attributes and no configuration that a repository brings along.
 */
@NullMarked
package dev.taskmaster.workspace.git;

import org.jspecify.annotations.NullMarked;
