package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** tsc, plain and pretty. */
public final class TypeScriptCompiler implements OutputFormat {
  private static final Pattern ERROR =
      Pattern.compile(
          "(?<file>\\S+?\\.[cm]?[jt]sx?)[(:](?<line>\\d+)[,:]\\d+\\)?(?: -|:) error (?<text>TS\\d+: .+)");

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < output.size(); i++) {
      var found = ERROR.matcher(output.line(i));
      if (found.matches()) {
        var place = Place.of(output, found.group("file"), found.group("line")).orElse(null);
        problems.add(
            new Problem(
                found.group("text"),
                place == null ? null : place.file(),
                place == null ? 0 : place.line(),
                output.excerpt(i, nextBlank(output, i + 2))));
      }
    }
    return problems;
  }

  private static int nextBlank(Output output, int from) {
    for (int i = from; i < Math.min(from + 4, output.size()); i++) {
      if (output.line(i).isBlank() || ERROR.matcher(output.line(i)).matches()) {
        return i;
      }
    }
    return Math.min(from, output.size());
  }
}
