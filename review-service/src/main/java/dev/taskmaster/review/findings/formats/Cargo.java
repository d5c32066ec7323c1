package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** cargo build and cargo test. */
public final class Cargo implements OutputFormat {
  private static final Pattern ERROR = Pattern.compile("(?<text>error(\\[E\\d+\\])?: .+)");
  private static final Pattern ARROW = Pattern.compile("\\s*--> (?<file>\\S+?):(?<line>\\d+):\\d+");
  private static final Pattern PANIC =
      Pattern.compile(
          "thread '(?<name>[^']+)'(?: \\(\\d+\\))? panicked at (?<file>[^\\s:',]+\\.rs):(?<line>\\d+):\\d+:");
  private static final Pattern OLD_PANIC =
      Pattern.compile(
          "thread '(?<name>[^']+)' panicked at '?(?<text>.+?)'?, (?<file>\\S+\\.rs):(?<line>\\d+):\\d+");

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < output.size(); i++) {
      var panic = PANIC.matcher(output.line(i));
      var old = OLD_PANIC.matcher(output.line(i));
      if (panic.matches()) {
        add(output, panic, words(output, i + 1), i, problems);
      } else if (old.matches()) {
        add(output, old, old.group("text"), i, problems);
      } else {
        addError(output, i, problems);
      }
    }
    return problems;
  }

  /** The headline and, for an assertion, both values. */
  private static String words(Output output, int from) {
    var words = new ArrayList<String>();
    for (int i = from; i < Math.min(from + 3, output.size()); i++) {
      var line = output.line(i).strip();
      if (line.isEmpty() || line.startsWith("note:")) {
        break;
      }
      words.add(line);
    }
    return String.join(" ", words);
  }

  private static void add(
      Output output, Matcher found, String text, int index, List<Problem> problems) {
    var place = Place.of(output, found.group("file"), found.group("line")).orElse(null);
    problems.add(
        new Problem(
            found.group("name") + ": " + text,
            place == null ? null : place.file(),
            place == null ? 0 : place.line(),
            output.excerpt(index + 1, index + 5)));
  }

  private static void addError(Output output, int index, List<Problem> problems) {
    var error = ERROR.matcher(output.line(index));
    if (!error.matches() || index + 1 >= output.size()) {
      return;
    }
    var arrow = ARROW.matcher(output.line(index + 1));
    if (arrow.matches()) {
      var place = Place.of(output, arrow.group("file"), arrow.group("line")).orElse(null);
      problems.add(
          new Problem(
              error.group("text"),
              place == null ? null : place.file(),
              place == null ? 0 : place.line(),
              output.excerpt(index, index + 8)));
    }
  }
}
