/**
 * From a description to nodes: an earlier graph used again, one node for a small task, or a model
 * asked first for the context and then for the steps. What comes out is a layer that authors
 * deviations only.
 */
@NullMarked
package dev.taskmaster.planner.disaggregation;

import org.jspecify.annotations.NullMarked;
