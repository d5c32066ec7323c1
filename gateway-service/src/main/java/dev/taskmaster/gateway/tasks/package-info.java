/** Taking on tasks and what people want of them afterwards: cancel, retry, answer. */
@NullMarked
package dev.taskmaster.gateway.tasks;

import org.jspecify.annotations.NullMarked;
