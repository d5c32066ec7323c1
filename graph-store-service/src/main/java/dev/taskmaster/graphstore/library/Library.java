package dev.taskmaster.graphstore.library;

import java.util.List;
import java.util.Optional;

/** The layers that come with the system. */
public interface Library {
  /** The ready-made task of a coding task for which nobody named one. */
  String DEFAULT_TASK = "coding";

  /** The classes of the kinds of nodes, in USD's text format. */
  String classes();

  /** The layer of a ready-made task; empty for a name nobody knows. */
  Optional<String> task(String name);

  /** The names of the ready-made tasks that a person can ask for, sorted. */
  List<String> tasks();
}
