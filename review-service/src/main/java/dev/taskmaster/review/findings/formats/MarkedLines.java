package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines that say themselves that something is wrong: what home-made test scripts print. */
public final class MarkedLines implements OutputFormat {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(?:\\[(?:ERROR|FAIL|FAILED)\\]|(?:FAILED|FAIL|FAILURE|ERROR|FATAL|error|fatal|Error|AssertionError|not ok)\\b ?\\d*)[ :-]+(?<text>\\S.*)");
  private static final int MOST = 10;

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < output.size() && problems.size() < MOST; i++) {
      var found = FORM.matcher(output.line(i));
      if (found.matches()) {
        problems.add(new Problem(found.group("text"), null, 0, output.excerpt(i, i + 3)));
      }
    }
    return problems;
  }
}
