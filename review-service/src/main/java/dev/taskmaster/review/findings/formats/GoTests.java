package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** go test, go vet and go build. */
public final class GoTests implements OutputFormat {
  private static final Pattern FAIL = Pattern.compile("\\s*--- FAIL: (?<name>\\S+) \\(.*\\)");
  private static final Pattern SAID =
      Pattern.compile("\\s+(?<file>[\\w./-]+\\.go):(?<line>\\d+):\\s*(?<text>.*)");
  private static final Pattern BUILD =
      Pattern.compile(
          "(?:vet: )?(?<file>\\.{0,2}/?[\\w./-]+\\.go):(?<line>\\d+)(:\\d+)?: (?<text>.+)");
  private static final Pattern PANIC = Pattern.compile("panic: (?<text>.+)");
  private static final Pattern FRAME =
      Pattern.compile("\\s+(?<file>/\\S+\\.go):(?<line>\\d+)( .*)?");

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < output.size(); i++) {
      var fail = FAIL.matcher(output.line(i));
      if (fail.matches()) {
        addTest(output, fail.group("name"), i + 1, problems);
        continue;
      }
      var build = BUILD.matcher(output.line(i));
      if (build.matches()) {
        addAt(
            output,
            build.group("file"),
            build.group("line"),
            build.group("text"),
            i,
            i + 1,
            problems);
      }
      var panic = PANIC.matcher(output.line(i));
      if (panic.matches()) {
        addPanic(output, panic.group("text"), i, problems);
      }
    }
    return problems;
  }

  private static void addTest(Output output, String name, int from, List<Problem> problems) {
    for (int i = from; i < output.size() && !ends(output.line(i)); i++) {
      var said = SAID.matcher(output.line(i));
      if (said.matches()) {
        int end = i + 1;
        while (end < output.size() && output.line(end).startsWith("        ")) {
          end++;
        }
        var text =
            said.group("text").isBlank() && end > i + 1
                ? output.line(i + 1).strip()
                : said.group("text");
        addAt(output, said.group("file"), said.group("line"), name + ": " + text, i, end, problems);
        return;
      }
    }
  }

  private static boolean ends(String line) {
    return FAIL.matcher(line).matches() || line.startsWith("FAIL") || line.startsWith("ok ");
  }

  private static void addPanic(Output output, String text, int index, List<Problem> problems) {
    for (int i = index + 1; i < output.size(); i++) {
      var frame = FRAME.matcher(output.line(i));
      if (frame.matches() && output.paths().find(frame.group("file")).isPresent()) {
        addAt(
            output,
            frame.group("file"),
            frame.group("line"),
            "panic: " + text.replaceFirst(" \\[recovered.*\\]$", ""),
            index,
            index + 6,
            problems);
        return;
      }
    }
  }

  private static void addAt(
      Output output,
      String file,
      String line,
      String text,
      int begin,
      int end,
      List<Problem> problems) {
    var place = Place.of(output, file, line).orElse(null);
    problems.add(
        new Problem(
            text,
            place == null ? null : place.file(),
            place == null ? 0 : place.line(),
            output.excerpt(begin, end)));
  }
}
