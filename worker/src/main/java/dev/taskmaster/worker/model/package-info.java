/**
 * How a node calls a model: the request's text in a fixed order, the call with its money and time,
 * the exact transcript kept, faults told apart, unusable answers asked for again with the reason.
 */
@NullMarked
package dev.taskmaster.worker.model;

import org.jspecify.annotations.NullMarked;
