package dev.taskmaster.patch;

import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.patch.paths.SafePath;
import dev.taskmaster.patch.reader.AnswerReader;
import dev.taskmaster.patch.reader.FileChange;
import dev.taskmaster.patch.reader.ReadAnswer;
import dev.taskmaster.patch.report.PatchProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies what a model wrote to a tree: all of it or nothing. The form of the answer may be wrong
 * in many ways; the place and the meaning of a change are never guessed. Pure: the same tree and
 * text give the same outcome.
 */
public final class PatchEngine {
  private final PatchLimits limits;

  public PatchEngine(PatchLimits limits) {
    this.limits = limits;
  }

  /** An engine with the usual limits. */
  public static PatchEngine standard() {
    return new PatchEngine(PatchLimits.standard());
  }

  /** Reads the answer and applies every change in it. */
  public PatchOutcome apply(SourceTree tree, String answer) {
    if (answer.length() > limits.answerChars()) {
      return refused(
          "the answer has %d characters, the limit is %d"
              .formatted(answer.length(), limits.answerChars()),
          "change less at once");
    }
    ReadAnswer read = new AnswerReader(path -> isKnown(tree, path)).read(answer);
    if (!read.problems().isEmpty()) {
      return new PatchOutcome.Refused(distinct(read.problems()));
    }
    if (read.changes().isEmpty()) {
      return refused(
          "the answer contains no change",
          "answer with a diff in a ```diff block, with --- and +++ lines that name the file");
    }
    if (read.changes().size() > limits.files()) {
      return refused(
          "the patch touches %d files, the limit is %d"
              .formatted(read.changes().size(), limits.files()),
          "change less at once");
    }
    if (hunks(read.changes()) > limits.hunks()) {
      return refused(
          "the patch has more than %d hunks".formatted(limits.hunks()), "change less at once");
    }
    return apply(tree, read.changes());
  }

  private PatchOutcome apply(SourceTree tree, List<FileChange> changes) {
    NextTree next = new NextTree(tree, limits);
    changes.forEach(next::take);
    return next.outcome();
  }

  private static boolean isKnown(SourceTree tree, String path) {
    return SafePath.problemOf(path).isEmpty() && tree.exists(path);
  }

  private static int hunks(List<FileChange> changes) {
    return changes.stream()
        .mapToInt(
            change ->
                switch (change) {
                  case FileChange.Modified modified -> modified.hunks().size();
                  case FileChange.Renamed renamed -> renamed.hunks().size();
                  case FileChange.Deleted deleted -> deleted.hunks().size();
                  case FileChange.Created created -> 1;
                  case FileChange.Whole whole -> 1;
                })
        .sum();
  }

  private static List<PatchProblem> distinct(List<PatchProblem> problems) {
    Map<String, PatchProblem> distinct = new LinkedHashMap<>();
    problems.forEach(p -> distinct.putIfAbsent(p.file() + '\n' + p.problem(), p));
    return List.copyOf(distinct.values());
  }

  private static PatchOutcome refused(String problem, String help) {
    return new PatchOutcome.Refused(List.of(PatchProblem.of("", 0, problem, help)));
  }
}
