package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** pytest, with long and short tracebacks, and its summary where there are none. */
public final class Pytest implements OutputFormat {
  private static final Pattern SECTION = Pattern.compile("_{3,} (?<name>.+?) _{3,}");
  private static final Pattern END = Pattern.compile("={3,} .* ={3,}|={10,}");
  private static final Pattern PLACE =
      Pattern.compile("(?<file>[^\\s:][^:]*\\.py):(?<line>\\d+): ?.*");
  private static final Pattern SAID = Pattern.compile("E {3,}\\S.*");

  /** Where a file could not even be read. */
  private static final Pattern FILE =
      Pattern.compile("E +File \"(?<file>[^\"]+)\", line (?<line>\\d+)");

  private static final Pattern SUMMARY =
      Pattern.compile("(FAILED|ERROR) (?<file>[^\\s:]+\\.py)(::(?<name>\\S+))?( - (?<text>.*))?");

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < output.size(); i++) {
      var section = SECTION.matcher(output.line(i));
      if (section.matches()) {
        int end = endOf(output, i + 1);
        var problem = section(output, section.group("name"), i + 1, end);
        if (problem != null) {
          problems.add(problem);
        }
        i = end - 1;
      }
    }
    return problems.isEmpty() ? summary(output) : problems;
  }

  private static int endOf(Output output, int from) {
    for (int i = from; i < output.size(); i++) {
      var line = output.line(i);
      if (SECTION.matcher(line).matches() || END.matcher(line).matches()) {
        return i;
      }
    }
    return output.size();
  }

  private static @Nullable Problem section(Output output, String name, int begin, int end) {
    Place place = null;
    int shown = begin;
    for (int i = begin; i < end; i++) {
      var line = output.line(i);
      var found = PLACE.matcher(line);
      var inside = FILE.matcher(line);
      if (line.startsWith(">")) {
        shown = i;
      } else if (found.matches()) {
        place = Place.of(output, found.group("file"), found.group("line")).orElse(place);
        shown = line.contains(": in ") ? i : shown;
      } else if (inside.matches()) {
        place = Place.of(output, inside.group("file"), inside.group("line")).orElse(place);
      }
    }
    var text = said(output.lines().subList(begin, end));
    if (text.isEmpty() && place == null) {
      return null;
    }
    var message = text.isEmpty() ? name + " failed" : name + ": " + text;
    return new Problem(
        message,
        place == null ? null : place.file(),
        place == null ? 0 : place.line(),
        output.excerpt(shown, end));
  }

  /** What was raised: the first line marked so; the last where the lines before show a file. */
  private static String said(List<String> section) {
    var marked = section.stream().filter(line -> SAID.matcher(line).matches()).toList();
    if (marked.isEmpty()) {
      return "";
    }
    boolean showsFile = marked.stream().anyMatch(line -> FILE.matcher(line).matches());
    return (showsFile ? marked.getLast() : marked.getFirst()).substring(1).strip();
  }

  private static List<Problem> summary(Output output) {
    var problems = new ArrayList<Problem>();
    for (var line : output.lines()) {
      var found = SUMMARY.matcher(line);
      if (found.matches()) {
        var name = found.group("name") == null ? found.group("file") : found.group("name");
        var text = found.group("text") == null ? "failed" : found.group("text");
        problems.add(
            new Problem(
                name + ": " + text,
                output.paths().find(found.group("file")).orElse(null),
                0,
                line));
      }
    }
    return problems;
  }
}
