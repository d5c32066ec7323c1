/** The repositories of people, read by JGit. */
@NullMarked
package dev.taskmaster.gateway.adapter.git;

import org.jspecify.annotations.NullMarked;
