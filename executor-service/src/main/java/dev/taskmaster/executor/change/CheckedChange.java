package dev.taskmaster.executor.change;

import dev.taskmaster.events.Finding;
import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.patch.PatchOutcome;
import dev.taskmaster.patch.PatchOutcome.Applied;
import dev.taskmaster.patch.PatchOutcome.Refused;
import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.worker.model.AnswerReader;
import dev.taskmaster.worker.model.UnusableAnswerException;

/**
 * Takes a model's answer for a change only if it can be applied to the tree. The diff that is kept
 * is written anew from its effect, so that the same change has the same text however a model put
 * it.
 */
public record CheckedChange(PatchEngine engine, SourceTree tree) implements AnswerReader<String> {
  private static final int LONGEST_REASON = 3_000;

  @Override
  public String read(String answer) throws UnusableAnswerException {
    return switch (engine.apply(tree, answer)) {
      case Applied applied -> canonical(answer, applied);
      case Refused refused ->
          throw new UnusableAnswerException(
              "the change cannot be applied:\n" + bounded(refused.message()), findings(refused));
    };
  }

  /** What each refusal says, for the correction of inputs. */
  public static java.util.List<Finding> findings(Refused refused) {
    return refused.problems().stream()
        .map(
            problem ->
                new Finding(
                    "patch",
                    firstLine(problem.problem() + "; " + problem.help()),
                    problem.file().isEmpty() ? null : problem.file(),
                    0,
                    problem.excerpt()))
        .toList();
  }

  private String canonical(String answer, Applied applied) {
    var diff = GitDiff.of(tree, applied.edits());
    PatchOutcome again = engine.apply(tree, diff);
    boolean same = again instanceof Applied other && other.edits().equals(applied.edits());
    // A form that our own writer cannot express is kept as the model put it.
    return same ? diff : answer;
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "\n…";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
