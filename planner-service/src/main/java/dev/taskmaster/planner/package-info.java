/**
 * The planner: does {@code disaggregate} and {@code refine} nodes. Each of its results is a layer
 * for the task's stage; it never touches a composed graph.
 */
@NullMarked
package dev.taskmaster.planner;

import org.jspecify.annotations.NullMarked;
