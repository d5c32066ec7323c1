package dev.taskmaster.patch.report;

/**
 * Why a patch was refused, said so that its author can write a better one.
 *
 * @param file the path concerned as the patch names it; empty when the whole answer is meant
 * @param hunk the hunk's number within its file, from 1; 0 when no hunk is meant
 * @param line the line of the answer where the trouble starts, from 1; 0 when unknown
 * @param problem what is wrong
 * @param help what would help
 * @param excerpt the file's actual lines nearby, numbered; empty when there are none to show
 */
public record PatchProblem(
    String file, int hunk, int line, String problem, String help, String excerpt) {

  /** A problem of a file as a whole. */
  public static PatchProblem of(String file, int line, String problem, String help) {
    return new PatchProblem(file, 0, line, problem, help, "");
  }

  /** One paragraph for a person or a model. */
  public String message() {
    StringBuilder text = new StringBuilder();
    if (!file.isEmpty()) {
      text.append(file);
      text.append(hunk > 0 ? ", hunk " + hunk : "");
      text.append(": ");
    }
    text.append(problem).append("; ").append(help);
    if (line > 0) {
      text.append(" (line ").append(line).append(" of the answer)");
    }
    if (!excerpt.isEmpty()) {
      text.append("\nThe file there:\n").append(excerpt);
    }
    return text.toString();
  }
}
