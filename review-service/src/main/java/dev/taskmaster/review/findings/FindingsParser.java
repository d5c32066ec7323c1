package dev.taskmaster.review.findings;

import dev.taskmaster.events.Finding;
import dev.taskmaster.review.findings.formats.Cargo;
import dev.taskmaster.review.findings.formats.GoTests;
import dev.taskmaster.review.findings.formats.JavaCompiler;
import dev.taskmaster.review.findings.formats.JavaScriptTests;
import dev.taskmaster.review.findings.formats.JavaTests;
import dev.taskmaster.review.findings.formats.MarkedLines;
import dev.taskmaster.review.findings.formats.PathAndLine;
import dev.taskmaster.review.findings.formats.Pytest;
import dev.taskmaster.review.findings.formats.PythonTraceback;
import dev.taskmaster.review.findings.formats.TypeScriptCompiler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes findings of what a failed command printed; there is always at least one. */
public final class FindingsParser {
  private static final int MOST = 20;
  private static final int LAST_LINES = 12;
  private static final ProjectPaths NO_PATHS = new ProjectPaths(List.of());

  /** The first that understands the output counts: from the most particular to the most general. */
  private static final List<OutputFormat> FORMATS =
      List.of(
          new Pytest(),
          new JavaCompiler(),
          new JavaTests(),
          new TypeScriptCompiler(),
          new Cargo(),
          new GoTests(),
          new PythonTraceback(),
          new JavaScriptTests(),
          new PathAndLine(),
          new MarkedLines());

  private static final Comparator<Finding> IN_PLACE_ORDER =
      Comparator.<Finding, String>comparing(
              finding -> finding.file() == null ? "\uffff" : finding.file())
          .thenComparingInt(Finding::line);

  private FindingsParser() {}

  /**
   * The findings of a command that failed.
   *
   * @param check {@code setup}, {@code build} or {@code test}
   * @param end how it ended, in words, such as {@code ended with exit code 1}
   */
  public static List<Finding> parse(String check, String text, String end, ProjectPaths paths) {
    var output = Output.of(text, paths);
    for (var format : FORMATS) {
      var problems = format.problems(output);
      if (!problems.isEmpty()) {
        return findings(check, problems);
      }
    }
    return List.of(lastLines(check, output, end));
  }

  private static List<Finding> findings(String check, List<Problem> problems) {
    var distinct = new LinkedHashMap<String, Finding>();
    for (var problem : problems) {
      distinct.putIfAbsent(
          problem.file() + ":" + problem.line() + ":" + problem.message(),
          new Finding(check, problem.message(), problem.file(), problem.line(), problem.excerpt()));
    }
    var sorted = new ArrayList<>(distinct.values());
    // Tools that work in parallel report in any order; equal failures must look equal.
    sorted.sort(IN_PLACE_ORDER);
    return List.copyOf(sorted.subList(0, Math.min(MOST, sorted.size())));
  }

  /** The end of what a command printed, for an excerpt. */
  public static String lastLines(String text) {
    var lines = StableText.plain(text).lines().filter(line -> !line.isBlank()).toList();
    var output = new Output(lines, NO_PATHS);
    return output.excerpt(output.size() - LAST_LINES, output.size());
  }

  private static Finding lastLines(String check, Output output, String end) {
    var printed = output.lines().stream().filter(line -> !line.isBlank()).toList();
    var said = printed.isEmpty() ? "" : StableText.line(printed.getLast());
    var message = "the %s command %s".formatted(check, end) + (said.isEmpty() ? "" : ": " + said);
    return new Finding(
        check,
        StableText.line(message),
        null,
        0,
        new Output(printed, NO_PATHS).excerpt(printed.size() - LAST_LINES, printed.size()));
  }
}
