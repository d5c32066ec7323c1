package dev.taskmaster.patch.reader;

import dev.taskmaster.patch.report.PatchProblem;
import java.util.List;

/** What was understood of an answer, and what could not be. */
public record ReadAnswer(List<FileChange> changes, List<PatchProblem> problems) {
  public ReadAnswer {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }
}
