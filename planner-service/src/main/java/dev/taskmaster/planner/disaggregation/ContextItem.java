package dev.taskmaster.planner.disaggregation;

/** Context that a model wants before it names steps. */
sealed interface ContextItem {

  /** A file of the project, by its path. */
  record File(String path) implements ContextItem {}

  /** What a search of the project finds. */
  record Search(String query) implements ContextItem {}
}
