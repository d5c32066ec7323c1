package dev.taskmaster.graphstore.results;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;
import java.util.Set;

/** Which inputs can change the result of which kind of node. */
final class KeyRules {
  /** Never part of a key: how a node is shown, when it is its turn, where it stands. */
  private static final Set<String> NEVER = Set.of("kind", "label", "priority", "after");

  private KeyRules() {}

  /** Kinds that call a model may put anything into a prompt; the others read what they name. */
  static boolean matters(NodeKind kind, String name) {
    if (NEVER.contains(name)) {
      return false;
    }
    return switch (kind) {
      case DISAGGREGATE, REFINE, REVIEW, LLM, LLM_CHANGE -> true;
      case CONTEXT_FILE -> Set.of("path", "lines").contains(name);
      case CONTEXT_SEARCH -> Set.of("query", "glob").contains(name);
      case COMMAND -> Set.of("command", "timeoutSeconds").contains(name);
      case HUMAN -> Set.of("question", "goal").contains(name) || name.startsWith("notes:");
      case APPLY_CHANGE, DELIVER -> false;
    };
  }

  static boolean readsDescription(NodeKind kind) {
    return kind.callsModel();
  }

  static boolean readsFiles(PlannedNode node) {
    return switch (node.kind()) {
      case HUMAN -> false;
      case LLM -> node.opinions().containsKey("reads");
      case DISAGGREGATE,
          REFINE,
          REVIEW,
          CONTEXT_FILE,
          CONTEXT_SEARCH,
          LLM_CHANGE,
          APPLY_CHANGE,
          COMMAND,
          DELIVER ->
          true;
    };
  }

  /** A plan reaches nodes through their opinions; that it was made before them is only order. */
  static boolean givesInput(NodeKind dependency) {
    return dependency != NodeKind.DISAGGREGATE && dependency != NodeKind.REFINE;
  }

  static String projectFacts(NodeKind kind, ProjectSnapshot project, TaskOptions options) {
    return switch (kind) {
      case DISAGGREGATE, REFINE, LLM, LLM_CHANGE ->
          String.join("\n", project.languages())
              + "\f"
              + project.vision()
              + "\f"
              + project.styleGuide();
      case REVIEW, COMMAND ->
          project.commands()
              + "\f"
              + project.sandbox()
              + "\f"
              + project.reviews()
              + "\f"
              + options.test()
              + "\f"
              + options.build()
              + "\f"
              + options.unsafeHostExec();
      case CONTEXT_FILE, CONTEXT_SEARCH, APPLY_CHANGE, HUMAN, DELIVER -> "";
    };
  }
}
