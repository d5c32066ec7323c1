/** The executor's configuration, wiring, health and metrics. */
@NullMarked
package dev.taskmaster.executor.adapter;

import org.jspecify.annotations.NullMarked;
