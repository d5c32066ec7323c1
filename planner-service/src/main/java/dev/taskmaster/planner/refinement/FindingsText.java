package dev.taskmaster.planner.refinement;

import dev.taskmaster.claims.WorkOrder.FailureReport;
import dev.taskmaster.events.Finding;
import dev.taskmaster.planner.asking.Sections;

/** A failure as text: its first line, then each finding with its place and what shows it. */
final class FindingsText {
  static final int MOST_BYTES = 1500;

  private FindingsText() {}

  static String of(FailureReport failure) {
    var text = new StringBuilder();
    boolean said =
        failure.findings().stream()
            .anyMatch(finding -> finding.message().equals(failure.firstLine()));
    if (!said) {
      text.append(failure.firstLine()).append('\n');
    }
    for (var finding : failure.findings()) {
      append(finding, text);
    }
    return Sections.cut(text.toString().stripTrailing(), MOST_BYTES);
  }

  private static void append(Finding finding, StringBuilder text) {
    text.append("- ").append(finding.check()).append(": ");
    if (finding.file() != null) {
      text.append(finding.file());
      if (finding.line() > 0) {
        text.append(':').append(finding.line());
      }
      text.append(": ");
    }
    text.append(finding.message()).append('\n');
    var excerpt = finding.excerpt().strip();
    if (excerpt.lines().count() == 1 && excerpt.contains(finding.message())) {
      return;
    }
    excerpt
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> text.append("  ").append(line).append('\n'));
  }
}
