package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tracebacks of Python, those of unittest with the name of the test. */
public final class PythonTraceback implements OutputFormat {
  private static final Pattern TEST = Pattern.compile("(FAIL|ERROR): (?<name>\\S+)( \\(.*\\))?.*");
  private static final Pattern FRAME =
      Pattern.compile("\\s*File \"(?<file>[^\"]+)\", line (?<line>\\d+).*");
  private static final Pattern ERROR =
      Pattern.compile(
          "[A-Za-z_][\\w.]*(Error|Exception|Exit|Interrupt|Warning|Failure)?\\b(: .*)?");

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    String test = "";
    for (int i = 0; i < output.size(); i++) {
      var line = output.line(i);
      var named = TEST.matcher(line);
      if (named.matches()) {
        test = named.group("name");
      } else if (line.strip().equals("Traceback (most recent call last):")
          || isSyntaxError(output, i)) {
        int end = endOf(output, i + 1);
        problems.add(problem(output, test, i, end));
        i = end - 1;
        test = "";
      }
    }
    return problems;
  }

  /** A syntax error in the file that was run itself has no traceback around it. */
  private static boolean isSyntaxError(Output output, int index) {
    if (!FRAME.matcher(output.line(index)).matches()) {
      return false;
    }
    for (int i = index; i < Math.min(index + 5, output.size()); i++) {
      if (output.line(i).strip().startsWith("SyntaxError:")
          || output.line(i).strip().startsWith("IndentationError:")) {
        return true;
      }
    }
    return false;
  }

  /** After the line that says what was raised; what follows on is indented or belongs to it. */
  private static int endOf(Output output, int from) {
    for (int i = from; i < output.size(); i++) {
      var line = output.line(i);
      boolean raised =
          !line.isBlank() && !line.startsWith(" ") && ERROR.matcher(line.strip()).matches();
      if (raised) {
        return i + 1;
      }
      if (line.startsWith("-----") || line.startsWith("=====")) {
        return i;
      }
    }
    return output.size();
  }

  private static Problem problem(Output output, String test, int begin, int end) {
    Place place = null;
    int shown = begin;
    for (int i = begin; i < end; i++) {
      var frame = FRAME.matcher(output.line(i));
      if (frame.matches()) {
        var found = Place.of(output, frame.group("file"), frame.group("line"));
        if (found.isPresent()) {
          place = found.get();
          shown = i;
        }
      }
    }
    var raised = output.line(end - 1).strip();
    return problem(
        place, test.isEmpty() ? raised : test + ": " + raised, output.excerpt(shown, end + 6));
  }

  private static Problem problem(@Nullable Place place, String message, String excerpt) {
    return new Problem(
        message,
        place == null ? null : place.file(),
        place == null ? 0 : place.line(),
        cut(excerpt));
  }

  /** The ruler of unittest ends what belongs to a failure. */
  private static String cut(String excerpt) {
    int ruler = excerpt.indexOf("\n-----");
    int next = excerpt.indexOf("\n=====");
    int end = ruler < 0 ? next : next < 0 ? ruler : Math.min(ruler, next);
    return end < 0 ? excerpt : excerpt.substring(0, end);
  }
}
