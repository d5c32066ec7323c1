package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.events.NodeKind;
import org.jspecify.annotations.Nullable;

/** What the one node of a small task is, by the ready-made task that was asked for. */
enum TaskShape {
  CODE("Fix", NodeKind.LLM_CHANGE, "WriteCode", "code-change"),
  FIX("Fix", NodeKind.LLM_CHANGE, "FixBug", "code-change"),
  WRITE_TEST("WriteTest", NodeKind.LLM_CHANGE, "WriteTest", "write-test"),
  /** The ready-made task answers by itself from what the plan reads. */
  EXPLORE("Explore", NodeKind.LLM, "Explain", "explore");

  final String nodeName;
  final NodeKind kind;
  final String className;

  /** The tag by which its prompt is found. */
  final String role;

  TaskShape(String nodeName, NodeKind kind, String className, String role) {
    this.nodeName = nodeName;
    this.kind = kind;
    this.className = className;
    this.role = role;
  }

  static TaskShape of(@Nullable String as) {
    return switch (as == null ? "" : as) {
      case "fix-bug" -> FIX;
      case "write-test" -> WRITE_TEST;
      case "explore-code" -> EXPLORE;
      default -> CODE;
    };
  }

  /**
   * How a step of that kind is done in such a task; only for kinds that call an executor's model.
   */
  TaskShape forStep(NodeKind stepKind) {
    if (stepKind == kind) {
      return this;
    }
    return stepKind == NodeKind.LLM ? EXPLORE : CODE;
  }
}
