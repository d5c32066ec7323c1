/** How planners write layers: the types of attributes, classes, edits of relationships. */
@NullMarked
package dev.taskmaster.planner.layers;

import org.jspecify.annotations.NullMarked;
