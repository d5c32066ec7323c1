package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** javac itself, javac through Maven, and Kotlin's compiler. */
public final class JavaCompiler implements OutputFormat {
  private static final Pattern JAVAC =
      Pattern.compile(
          "(?<file>[^\\s:][^:]*\\.(java|groovy|scala)):(?<line>\\d+): error: (?<text>.+)");
  private static final Pattern MAVEN =
      Pattern.compile(
          "\\[ERROR\\] +(?<file>\\S.*\\.(java|kt|groovy)):\\[(?<line>\\d+)(,\\d+)?\\] (?<text>.+)");
  private static final Pattern KOTLIN =
      Pattern.compile("e: (?<file>\\S+\\.kts?):\\(?(?<line>\\d+)[:,] ?\\d+\\)?:? (?<text>.+)");
  private static final int SHOWN = 4;

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < output.size(); i++) {
      for (var form : List.of(JAVAC, MAVEN, KOTLIN)) {
        var found = form.matcher(output.line(i));
        if (found.matches()) {
          var place = Place.of(output, found.group("file"), found.group("line")).orElse(null);
          var text = found.group("text").replaceFirst("^error: ", "");
          problems.add(
              new Problem(
                  text,
                  place == null ? null : place.file(),
                  place == null ? 0 : place.line(),
                  output.excerpt(i, endOf(output, i + 1))));
        }
      }
    }
    return problems;
  }

  private static int endOf(Output output, int from) {
    for (int i = from; i < Math.min(from + SHOWN, output.size()); i++) {
      var line = output.line(i);
      if (line.startsWith("[ERROR] /")
          || line.startsWith("[INFO]")
          || JAVAC.matcher(line).matches()) {
        return i;
      }
    }
    return from + SHOWN;
  }
}
