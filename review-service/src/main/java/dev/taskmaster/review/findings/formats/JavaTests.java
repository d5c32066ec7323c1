package dev.taskmaster.review.findings.formats;

import dev.taskmaster.review.findings.Output;
import dev.taskmaster.review.findings.OutputFormat;
import dev.taskmaster.review.findings.Place;
import dev.taskmaster.review.findings.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JUnit as Maven's surefire, Gradle and the console launcher report it. */
public final class JavaTests implements OutputFormat {
  private static final Pattern SUREFIRE =
      Pattern.compile("\\[ERROR\\] +(?<name>[\\w$.]+\\.\\w+\\S*) +-- .*<<< (FAILURE|ERROR)!.*");
  private static final Pattern OLD_SUREFIRE =
      Pattern.compile(
          "(\\[ERROR\\] +)?(?<method>[\\w$]+\\S*)\\((?<type>[\\w$.]+)\\) .*<<< (FAILURE|ERROR)!.*");
  private static final Pattern GRADLE = Pattern.compile("(?<name>[\\w$.]+ > .+) FAILED");
  private static final Pattern CONSOLE = Pattern.compile("\\s*JUnit (Jupiter|Vintage):(?<name>.+)");
  private static final Pattern SUMMARY =
      Pattern.compile(
          "\\[ERROR\\] +(?<type>[\\w$]+)\\.(?<method>[\\w$]+):(?<line>\\d+)(->\\S+)? (?<text>.+)");
  private static final Pattern FRAME =
      Pattern.compile(
          "\\s+(?:at )?(?:[\\w.$@-]*/)?(?<type>[\\w$.]+)\\.[\\w$<>]+\\((?<file>[\\w$]+\\.(java|kt|scala|groovy)):(?<line>\\d+)\\).*");
  private static final Pattern GRADLE_AT =
      Pattern.compile(
          "\\s+(?<error>[\\w$.]+) at (?<file>[\\w$]+\\.(java|kt|groovy)):(?<line>\\d+)");
  private static final int LONGEST = 60;

  @Override
  public List<Problem> problems(Output output) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < output.size(); i++) {
      var name = testAt(output.line(i));
      if (!name.isEmpty()) {
        problems.add(problem(output, name, i + 1));
      }
    }
    return problems.isEmpty() ? summary(output) : problems;
  }

  private static String testAt(String line) {
    var surefire = SUREFIRE.matcher(line);
    if (surefire.matches() && !line.contains("Tests run:")) {
      return shortName(surefire.group("name"));
    }
    var old = OLD_SUREFIRE.matcher(line);
    if (old.matches()) {
      return shortName(old.group("type") + "." + old.group("method"));
    }
    var gradle = GRADLE.matcher(line);
    if (gradle.matches()) {
      return gradle.group("name").replace(" > ", ".");
    }
    var console = CONSOLE.matcher(line);
    return console.matches() ? console.group("name").replace(':', '.') : "";
  }

  private static String shortName(String name) {
    var parts = name.split("\\.", -1);
    int from = Math.max(0, parts.length - 2);
    return String.join(".", List.of(parts).subList(from, parts.length));
  }

  private static Problem problem(Output output, String name, int begin) {
    int end = endOf(output, begin);
    var text = "";
    for (int i = begin; i < end; i++) {
      var line = output.line(i).strip();
      var at = GRADLE_AT.matcher(output.line(i));
      if (at.matches()) {
        return located(
            output, name + ": " + at.group("error"), simplePlace(output, at), begin, i + 1);
      }
      if (text.isEmpty() && !line.isEmpty() && !line.startsWith("MethodSource")) {
        text = output.headline(i, end).replaceFirst("^=> ", "");
      }
      var place = framePlace(output, output.line(i));
      if (!place.isEmpty()) {
        return located(output, name + ": " + withoutPackage(text), place, begin, i + 1);
      }
    }
    return new Problem(name + ": " + withoutPackage(text), null, 0, output.excerpt(begin, end));
  }

  private static Problem located(
      Output output, String message, List<Place> place, int begin, int end) {
    var first = place.isEmpty() ? null : place.getFirst();
    return new Problem(
        message,
        first == null ? null : first.file(),
        first == null ? 0 : first.line(),
        output.excerpt(begin, end));
  }

  private static int endOf(Output output, int begin) {
    for (int i = begin; i < Math.min(begin + LONGEST, output.size()); i++) {
      var line = output.line(i);
      if (!testAt(line).isEmpty() || line.startsWith("[INFO]") || line.startsWith("[ERROR]")) {
        return i;
      }
    }
    return Math.min(begin + LONGEST, output.size());
  }

  /** Frames of the test framework are not in the project, so the first that is counts. */
  private static List<Place> framePlace(Output output, String line) {
    var frame = FRAME.matcher(line);
    if (!frame.matches()) {
      return List.of();
    }
    var type = frame.group("type").replaceFirst("\\$.*", "");
    int dot = type.lastIndexOf('.');
    var folder = dot < 0 ? "" : type.substring(0, dot).replace('.', '/') + "/";
    return Place.of(output, folder + frame.group("file"), frame.group("line")).stream().toList();
  }

  private static List<Place> simplePlace(Output output, Matcher found) {
    return Place.of(output, found.group("file"), found.group("line")).stream().toList();
  }

  private static List<Problem> summary(Output output) {
    var problems = new ArrayList<Problem>();
    for (var line : output.lines()) {
      var found = SUMMARY.matcher(line);
      if (found.matches()) {
        var place =
            Place.of(output, found.group("type") + ".java", found.group("line")).orElse(null);
        problems.add(
            new Problem(
                found.group("type") + "." + found.group("method") + ": " + found.group("text"),
                place == null ? null : place.file(),
                place == null ? 0 : place.line(),
                line));
      }
    }
    return problems;
  }

  private static String withoutPackage(String text) {
    return text.replaceFirst(
        "^(?:[a-z][\\w]*\\.)+(?=[A-Z]\\w*(Error|Exception|Failure|Throwable))", "");
  }
}
