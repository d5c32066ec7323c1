/** The executor's port onto the sandbox. */
@NullMarked
package dev.taskmaster.executor.adapter.sandbox;

import org.jspecify.annotations.NullMarked;
