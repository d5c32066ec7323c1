/**
 * Models, their tiers and prices, and metered calls to them: what a person configures in {@code\n *
 * models.yaml}, what a node asks, what came back and what it cost, or the fault that says why not.
 */
@NullMarked
package dev.taskmaster.models;

import org.jspecify.annotations.NullMarked;
