/**
 * The planner's edge: its configuration, the exchange repository, models, prompts, and the worker
 * that takes planning dispatches.
 */
@NullMarked
package dev.taskmaster.planner.adapter;

import org.jspecify.annotations.NullMarked;
