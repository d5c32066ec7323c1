package dev.taskmaster.patch;

import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.report.HunkReport;
import dev.taskmaster.patch.report.PatchProblem;
import java.util.List;
import java.util.stream.Collectors;

/** All of a patch was applied, or nothing was. */
public sealed interface PatchOutcome {

  /** The edits that lead to the new tree, at most one per path, and where each hunk went. */
  record Applied(List<FileEdit> edits, List<HunkReport> hunks) implements PatchOutcome {
    public Applied {
      edits = List.copyOf(edits);
      hunks = List.copyOf(hunks);
    }
  }

  /** Nothing was applied; every problem found is named. */
  record Refused(List<PatchProblem> problems) implements PatchOutcome {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal names at least one problem");
      }
    }

    /** All problems, one paragraph each. */
    public String message() {
      return problems.stream().map(PatchProblem::message).collect(Collectors.joining("\n\n"));
    }
  }
}
