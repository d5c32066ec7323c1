package dev.taskmaster.planner.refinement;

import dev.taskmaster.events.NodePath;

/**
 * The one input at fault and what it lacked.
 *
 * @param cause a node whose inputs can be corrected, or {@code /Task}
 */
record Blame(NodePath cause, Remedy remedy) {

  /** What makes the input better. */
  sealed interface Remedy {}

  /** A fact or rule it has to know. */
  record Note(String text) implements Remedy {}

  /** A file it had to see. */
  record File(String path) implements Remedy {}

  /** Code it had to see, to be searched for. */
  record Search(String query) implements Remedy {}

  /** A stronger model. */
  record Stronger(String tier) implements Remedy {}

  /** A fact or rule, and a stronger model: what the rule does when a failure comes back. */
  record NoteAndStronger(String text, String tier) implements Remedy {}
}
