package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Anything that says {@code path:line: message} of a file of the project: compilers, linters. */
public final class PathAndLine implements OutputFormat {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(?<file>[^\\s:()\\[\\]'\"]+\\.\\w+):(?<line>\\d+)(:\\d+)?:? +(?<text>\\S.*)");

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < output.size(); i++) {
      var found = FORM.matcher(output.line(i));
      if (found.matches() && !found.group("text").startsWith("warning")) {
        int index = i;
        Place.of(output, found.group("file"), found.group("line"))
            .ifPresent(
                place ->
                    problems.add(
                        new Problem(
                            found.group("text"),
                            place.file(),
                            place.line(),
                            output.excerpt(index, index + 3))));
      }
    }
    return problems;
  }
}
