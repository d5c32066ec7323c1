/**
 * What a planner needs to know of a project's files: which matter, which fit a task's words, and
 * which path somebody meant.
 */
@NullMarked
package dev.taskmaster.planner.files;

import org.jspecify.annotations.NullMarked;
