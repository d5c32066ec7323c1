/** What runs inside every child process beside its own main class. */
@NullMarked
package dev.taskmaster.localstack.child;

import org.jspecify.annotations.NullMarked;
