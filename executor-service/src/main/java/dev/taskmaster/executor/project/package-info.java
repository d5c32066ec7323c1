/** What an executor needs of a project's repositories and sandbox: its ports. */
@NullMarked
package dev.taskmaster.executor.project;

import org.jspecify.annotations.NullMarked;
