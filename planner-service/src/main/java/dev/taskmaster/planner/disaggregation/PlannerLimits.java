package dev.taskmaster.planner.disaggregation;

/**
 * The bounds of planning; all sizes in bytes.
 *
 * @param smallProject up to this much text a project is planned without asking a model
 * @param largestFile larger files do not count as readable for a small task
 * @param manifest how much of a list of files a model gets
 * @param contexts how much content of context nodes a model gets
 * @param reuseThreshold the score from which an earlier graph is used again, 0 to 1
 * @param depth how often a step may be split further
 * @param mostSteps how many steps one answer may have
 * @param mostContexts how many context nodes one answer may have
 */
public record PlannerLimits(
    int smallProject,
    int largestFile,
    int manifest,
    int contexts,
    double reuseThreshold,
    int depth,
    int mostSteps,
    int mostContexts) {

  /** What an installation has that changes nothing. */
  public static PlannerLimits standard() {
    return new PlannerLimits(6 * 1024, 16 * 1024, 4 * 1024, 24 * 1024, 0.6, 3, 40, 12);
  }
}
