/** How it is found out that a process can be used. */
@NullMarked
package dev.taskmaster.localstack.readiness;

import org.jspecify.annotations.NullMarked;
