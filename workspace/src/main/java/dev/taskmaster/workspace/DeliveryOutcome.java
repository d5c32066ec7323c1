package dev.taskmaster.workspace;

/** How a delivery ended. Delivering again is always safe. */
public sealed interface DeliveryOutcome {

  /** The branch that holds the work now, short name. */
  String branch();

  /**
   * The branch is at this commit now.
   *
   * @param commit the task's commit, or the merge commit made of it
   * @param how "created", "fast-forwarded" or "merged"
   */
  record Delivered(String branch, String commit, String how) implements DeliveryOutcome {}

  /** An earlier delivery did it. */
  record AlreadyDelivered(String branch, String commit) implements DeliveryOutcome {}

  /**
   * It was not delivered as asked.
   *
   * @param branch the branch that holds the work all the same; empty when there is none
   * @param problem what stands in the way, and what to do
   */
  record Refused(String branch, String problem) implements DeliveryOutcome {}
}
