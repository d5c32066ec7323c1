package dev.taskmaster.patch.reader;

import dev.taskmaster.patch.report.PatchProblem;

/** A part of an answer that cannot be read without guessing. Never leaves this package. */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient PatchProblem problem;

  UnreadableException(String file, int line, String problem, String help) {
    super(problem, null, false, false);
    this.problem = PatchProblem.of(file, line, problem, help);
  }

  PatchProblem problem() {
    return problem;
  }
}
