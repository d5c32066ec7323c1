package dev.taskmaster.review.findings;

import java.util.List;

/** Understands the output of one tool. */
@FunctionalInterface
public interface OutputFormat {
  /** What it reports; empty where this is not the tool's output. */
  List<Problem> problems(Output output);
}
