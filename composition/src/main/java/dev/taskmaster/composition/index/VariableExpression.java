package dev.taskmaster.composition.index;

/**
 * Text in back quotes stands for a computed value: outside of the subset, and refused (chapter 15).
 */
final class VariableExpression {

  private VariableExpression() {}

  static boolean isIn(String text) {
    return text.startsWith("`");
  }

  static String refusal(String text) {
    return "variable expressions such as " + text + " are not supported; write the plain value";
  }
}
