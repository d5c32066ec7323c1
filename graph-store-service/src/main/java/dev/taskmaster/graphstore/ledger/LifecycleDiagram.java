package dev.taskmaster.graphstore.ledger;

import java.util.stream.Collectors;

/** The document that draws {@link Transitions}. */
public final class LifecycleDiagram {
  private LifecycleDiagram() {}

  /** The text of {@code docs/lifecycle.md}. */
  public static String markdown() {
    return """
        # The life of tasks and nodes

        Drawn from `Transitions` of the graph store, the one table that decides what may follow what; a test keeps the two equal.

        ## Tasks

        ```mermaid
        stateDiagram-v2
            [*] --> submitted
        %s
        ```

        ## Nodes

        ```mermaid
        stateDiagram-v2
            [*] --> pending
        %s
        ```
        """
        .formatted(tasks(), nodes());
  }

  private static String tasks() {
    return Transitions.TASKS.stream()
        .map(row -> line(row.from().wireName(), row.to().wireName(), row.step().label()))
        .collect(Collectors.joining("\n"));
  }

  private static String nodes() {
    return Transitions.NODES.stream()
        .map(row -> line(row.from().wireName(), row.to().wireName(), row.step().label()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String from, String to, String step) {
    return "    %s --> %s: %s".formatted(id(from), id(to), step);
  }

  /** Mermaid takes no dashes in the names of states. */
  private static String id(String state) {
    return state.replace('-', '_');
  }
}
