package dev.taskmaster.review.verdict;

import dev.taskmaster.claims.WorkOrder;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person is shown to decide by: the resolved paths, how the checks went, the whole diff. */
final class HumanReview {
  private static final int LONGEST = 120;
  private static final Pattern FILE = Pattern.compile("(?m)^diff --git a/(.+) b/(.+)$");
  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(^|/)(\\.github|\\.gitlab-ci\\.yml|\\.circleci|\\.husky|\\.ci|Jenkinsfile|Dockerfile|Makefile|mvnw|gradlew|package\\.json|pom\\.xml|build\\.gradle(\\.kts)?|setup\\.py|conftest\\.py)($|/)");

  private HumanReview() {}

  static String question(WorkOrder order) {
    var first = order.description().lines().findFirst().orElse("").strip();
    var what = first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first;
    return "Is this change good? " + what;
  }

  static String detail(String diff, String checks) {
    var paths = paths(diff);
    var files =
        paths.isEmpty()
            ? "(none)\n"
            : paths.stream().map(HumanReview::line).collect(Collectors.joining());
    return "Changed files:\n%s\nChecks:\n%s\n%s"
        .formatted(files, checks.isBlank() ? "(none)\n" : checks, diff);
  }

  private static List<String> paths(String diff) {
    return FILE.matcher(diff)
        .results()
        .map(found -> found.group(2))
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static String line(String path) {
    return "  "
        + path
        + (SENSITIVE.matcher(path).find() ? "   (!) runs in builds or CI" : "")
        + "\n";
  }
}
