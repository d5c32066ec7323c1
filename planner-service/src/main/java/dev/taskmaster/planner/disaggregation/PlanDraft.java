package dev.taskmaster.planner.disaggregation;

import org.jspecify.annotations.Nullable;

/**
 * A finished plan.
 *
 * @param layer in USD's text format
 * @param summary one line for people
 * @param reusedFrom the definition it references, or null
 * @param reuseScore how well the best known graph fitted, whether it was used or not; 0 for none
 */
public record PlanDraft(
    String layer, String summary, @Nullable String reusedFrom, double reuseScore) {}
