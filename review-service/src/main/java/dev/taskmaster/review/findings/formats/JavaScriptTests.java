package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * jest, vitest, mocha, node's own test runner in both of its forms, and plain stack traces of node.
 */
public final class JavaScriptTests implements OutputFormat {
  private static final Pattern JEST = Pattern.compile("  ● (?<name>.+)");
  private static final Pattern VITEST = Pattern.compile(" *FAIL +(?<file>\\S+) > (?<name>.+)");
  private static final Pattern MOCHA = Pattern.compile("  (?<number>\\d+)\\) (?<name>.+)");
  private static final Pattern TAP =
      Pattern.compile("(?<indent> *)not ok \\d+ - (?<name>.+?)( # .*)?");
  private static final Pattern SPEC =
      Pattern.compile("(?<indent> *)✖ (?<name>.+?) \\([\\d.]+m?s\\)");
  private static final Pattern AT =
      Pattern.compile(
          ".*?(?:\\(|at |❯ (?:.* )?|location: ')(?<file>(?:file://)?[^\\s():']+\\.[cm]?[jt]sx?):(?<line>\\d+)(:\\d+)?\\)?.*");
  private static final Pattern ERROR =
      Pattern.compile("(?:Uncaught )?(?<text>\\w*(Error|Exception)\\b( \\[\\w+\\])?(: .*)?)");

  /** What node prints above the source line that could not be read or that threw. */
  private static final Pattern SOURCE =
      Pattern.compile("(?<file>(?:file://)?/\\S+\\.[cm]?[jt]sx?):(?<line>\\d+)");

  private static final int LONGEST = 60;

  @Override
  public List<Problem> problems(Output output) {
    var problems = new LinkedHashMap<String, Problem>();
    boolean tap = output.lines().stream().anyMatch(line -> line.startsWith("TAP version"));
    boolean failingListed =
        output.lines().stream().anyMatch(line -> line.strip().equals("✖ failing tests:"));
    boolean listed = !failingListed;
    for (int i = 0; i < output.size(); i++) {
      listed = listed || output.line(i).strip().equals("✖ failing tests:");
      var name = listed ? nameAt(output, i, tap) : "";
      if (!name.isEmpty()) {
        int end = endOf(output, i + 1, tap);
        add(problems, section(output, name, i + 1, end));
      }
    }
    return problems.isEmpty() ? stackTraces(output) : List.copyOf(problems.values());
  }

  /** A failure may be listed twice: as it happened and in the summary. */
  private static void add(Map<String, Problem> problems, @Nullable Problem problem) {
    if (problem != null) {
      problems.merge(
          problem.message(), problem, (first, again) -> first.file() == null ? again : first);
    }
  }

  private static String nameAt(Output output, int index, boolean tap) {
    var line = output.line(index);
    if (tap) {
      var found = TAP.matcher(line);
      return found.matches() && !isSuite(output, index) ? found.group("name") : "";
    }
    var jest = JEST.matcher(line);
    if (jest.matches()) {
      return jest.group("name").replace(" › ", " ");
    }
    var vitest = VITEST.matcher(line);
    if (vitest.matches()) {
      return vitest.group("name").replace(" > ", " ");
    }
    var mocha = MOCHA.matcher(line);
    if (mocha.matches() && index + 1 < output.size()) {
      return mochaName(output, index, mocha);
    }
    var spec = SPEC.matcher(line);
    return spec.matches() && !isSuite(output, index) ? spec.group("name") : "";
  }

  /** In mocha's list of failures the titles stand one below the other, the last with a colon. */
  private static String mochaName(Output output, int index, Matcher first) {
    var name = new StringBuilder(first.group("name").strip());
    for (int i = index + 1; i < Math.min(index + 6, output.size()); i++) {
      if (name.toString().endsWith(":")) {
        return name.substring(0, name.length() - 1);
      }
      if (output.line(i).isBlank()) {
        return "";
      }
      name.append(' ').append(output.line(i).strip());
    }
    return "";
  }

  /** That a suite failed only says that a test in it did. */
  private static boolean isSuite(Output output, int index) {
    for (int i = index; i < Math.min(index + 12, output.size()); i++) {
      var line = output.line(i);
      if (line.contains("subtestsFailed") || line.matches(".*\\d+ subtests? failed.*")) {
        return true;
      }
      if (i > index && (line.strip().equals("...") || SPEC.matcher(line).matches())) {
        return false;
      }
    }
    return false;
  }

  private static int endOf(Output output, int from, boolean tap) {
    for (int i = from; i < Math.min(from + LONGEST, output.size()); i++) {
      var line = output.line(i);
      boolean next =
          tap
              ? line.strip().equals("...")
              : JEST.matcher(line).matches()
                  || SPEC.matcher(line).matches()
                  || VITEST.matcher(line).matches()
                  || line.startsWith("Test Suites:")
                  || MOCHA.matcher(line).matches();
      if (next) {
        return i;
      }
    }
    return Math.min(from + LONGEST, output.size());
  }

  private static @Nullable Problem section(Output output, String name, int begin, int end) {
    var text = tapError(output, begin, end);
    Place location = null;
    Place place = null;
    for (int i = begin; i < end; i++) {
      var line = output.line(i);
      if (text.isEmpty() && isWords(line)) {
        text = withoutCode(output.headline(i, end));
      }
      var at = AT.matcher(line);
      if (at.matches()) {
        var found = Place.of(output, at.group("file"), at.group("line")).orElse(null);
        if (line.strip().startsWith("location:") || line.startsWith("test at ")) {
          location = found;
        } else if (place == null) {
          place = found;
        }
      }
    }
    var where = place == null ? location : place;
    if (text.isEmpty() && where == null) {
      return null;
    }
    return new Problem(
        text.isEmpty() ? name + " failed" : name + ": " + text,
        where == null ? null : where.file(),
        where == null ? 0 : where.line(),
        output.excerpt(begin, end));
  }

  private static boolean isWords(String line) {
    var text = line.strip();
    return !text.isEmpty()
        && !text.startsWith("---")
        && !text.startsWith("at ")
        && !text.startsWith("❯")
        && !text.startsWith("+ expected")
        && (!text.endsWith(":") || ERROR.matcher(text).matches())
        && !text.matches(
            "(duration_ms|type|location|failureType|code|name|stack|expected|actual|operator|error):.*");
  }

  private static String tapError(Output output, int begin, int end) {
    for (int i = begin; i < end; i++) {
      var line = output.line(i).strip();
      if (line.startsWith("error: ")) {
        return line.matches("error: [|>]-?")
            ? block(output, i + 1, end)
            : line.substring(7).replaceAll("^'|'$", "");
      }
    }
    return "";
  }

  /** A headline with a colon says less than the line that compares the values. */
  private static String block(Output output, int from, int end) {
    var words = new ArrayList<String>();
    for (int i = from; i < end && words.size() < 2; i++) {
      var line = output.line(i).strip();
      if (line.matches("(code|name|stack|expected|actual|operator):.*")) {
        break;
      }
      if (!line.isEmpty()) {
        words.add(line);
      }
    }
    return String.join(" ", words);
  }

  private static String withoutCode(String text) {
    return text.replaceFirst(" \\[[A-Z_]+\\]", "");
  }

  private static List<Problem> stackTraces(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i + 1 < output.size(); i++) {
      var error = ERROR.matcher(output.line(i).strip());
      if (!error.matches() || !hasFrames(output, i + 1)) {
        continue;
      }
      Place place = null;
      int end = Math.min(i + 20, output.size());
      for (int j = i + 1; j < end && place == null; j++) {
        var at = AT.matcher(output.line(j));
        if (at.matches()) {
          place = Place.of(output, at.group("file"), at.group("line")).orElse(null);
        }
      }
      for (int j = i - 1; j >= Math.max(0, i - 6) && place == null; j--) {
        var source = SOURCE.matcher(output.line(j));
        if (source.matches()) {
          place = Place.of(output, source.group("file"), source.group("line")).orElse(null);
        }
      }
      problems.add(
          new Problem(
              withoutCode(error.group("text")),
              place == null ? null : place.file(),
              place == null ? 0 : place.line(),
              output.excerpt(i, end)));
      i = end;
    }
    return problems;
  }

  private static boolean hasFrames(Output output, int from) {
    for (int i = from; i < Math.min(from + 15, output.size()); i++) {
      if (output.line(i).startsWith("    at ")) {
        return true;
      }
    }
    return false;
  }
}
