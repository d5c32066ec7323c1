package dev.taskmaster.review.verdict;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.review.checks.RunChecks;
import dev.taskmaster.review.checks.Workplaces;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a tree by what the project asks for, in its order, until something objects: its commands,
 * a model. A person comes last, because the answer ends the review.
 */
public final class Review {
  private static final String SELF = "self";
  private static final String TESTS = "tests";
  private static final String HUMAN = "human";
  private static final int MOST_DIFF = 24 * 1024;
  private static final int MOST_DIFF_FOR_PEOPLE = 1 << 20;
  private static final int MOST_LOG = 512 * 1024;

  private final RunChecks checks;
  private final SelfAssessment assessment;
  private final Workplaces workplaces;
  private final Blobs blobs;

  public Review(RunChecks checks, SelfAssessment assessment, Workplaces workplaces, Blobs blobs) {
    this.checks = checks;
    this.assessment = assessment;
    this.workplaces = workplaces;
    this.blobs = blobs;
  }

  /** One review. */
  public NodeOutcome review(WorkOrder order, Attempt attempt) throws InterruptedException {
    var kinds = kinds(order);
    var log = new StringBuilder();
    String isolation = null;
    for (var kind : kinds) {
      List<Finding> findings = List.of();
      if (kind.equals(TESTS)) {
        var outcome = checks.run(order, attempt);
        log.append(outcome.log());
        isolation = outcome.isolation();
        findings = outcome.findings();
      } else if (kind.equals(SELF)) {
        var diff = workplaces.diff(order, MOST_DIFF);
        var outcome = assessment.of(order, diff, workplaces.paths(order), attempt);
        log.append(outcome.log());
        findings = outcome.findings();
      }
      if (!findings.isEmpty()) {
        return verdict(findings, log.toString(), isolation);
      }
    }
    return kinds.contains(HUMAN)
        ? askPerson(order, log.toString())
        : verdict(List.of(), log.toString(), isolation);
  }

  /** A plan is reviewed before it runs, not here. */
  private static List<String> kinds(WorkOrder order) {
    var asked =
        order.project().reviews().stream().filter(List.of(SELF, TESTS, HUMAN)::contains).toList();
    return asked.isEmpty() ? List.of(TESTS) : asked;
  }

  private NodeOutcome askPerson(WorkOrder order, String log) {
    var diff = workplaces.diff(order, MOST_DIFF_FOR_PEOPLE);
    return new NodeOutcome.Waits(
        HumanReview.question(order), keep(HumanReview.detail(diff, summary(log))));
  }

  /** The lines that say how each check ended. */
  private static String summary(String log) {
    return log.lines()
        .filter(line -> line.startsWith("[") && line.endsWith("]"))
        .map(line -> "  " + line.substring(1, line.length() - 1) + "\n")
        .reduce("", String::concat);
  }

  private NodeOutcome verdict(List<Finding> findings, String log, @Nullable String isolation) {
    return new NodeOutcome.Done(
        new NodeResult.Verdict(findings.isEmpty(), findings, keep(bounded(log)), isolation));
  }

  private static String bounded(String log) {
    if (log.length() <= MOST_LOG) {
      return log;
    }
    int half = MOST_LOG / 2;
    return log.substring(0, half) + "\n[…]\n" + log.substring(log.length() - half);
  }

  private BlobRef keep(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new BlobRef(blobs.put(bytes).value(), bytes.length);
  }
}
