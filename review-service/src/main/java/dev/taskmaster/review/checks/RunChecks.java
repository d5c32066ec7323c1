package dev.taskmaster.review.checks;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.review.checks.CommandsOf.Check;
import dev.taskmaster.review.findings.FindingsParser;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs setup, build and test until one of them fails. */
public final class RunChecks {
  private static final int NOT_FOUND = 127;
  private static final Pattern MISSING =
      Pattern.compile(
          "(?m)^\\S*sh: (?:\\d+: |line \\d+: )?(?<program>[^\\s:]+): (?:command )?not found$");

  private final Workplaces workplaces;
  private final Duration usualLimit;

  /**
   * @param usualLimit for each command, where nobody said another
   */
  public RunChecks(Workplaces workplaces, Duration usualLimit) {
    this.workplaces = workplaces;
    this.usualLimit = usualLimit;
  }

  /**
   * What came of it.
   *
   * @param findings empty exactly when everything passed
   * @param log what was run and printed
   */
  public record Outcome(List<Finding> findings, String log, String isolation) {
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  /** Runs the commands of this order in a fresh folder. */
  public Outcome run(WorkOrder order, Attempt attempt) throws InterruptedException {
    var checks = CommandsOf.of(order);
    if (checks.isEmpty()) {
      throw new AttemptFailedException(
          FaultKind.CONFIGURATION,
          "project %s has no test and no build command, so nothing can be reviewed; set commands.test"
                  .formatted(order.project().id())
              + " in taskmaster.yaml or pass --test CMD");
    }
    var limit =
        order
            .number("timeoutSeconds")
            .map(seconds -> Duration.ofSeconds(Math.max(1, seconds.longValue())))
            .orElse(usualLimit);
    try (var workplace = workplaces.open(order, attempt)) {
      return run(order, checks, limit, workplace);
    }
  }

  private Outcome run(WorkOrder order, List<Check> checks, Duration limit, Workplace workplace)
      throws InterruptedException {
    var log = new StringBuilder();
    for (var check : checks) {
      // What fetches things comes first and may use the network; what runs the result may not.
      boolean network = order.project().sandbox().network() && check.equals(checks.getFirst());
      var end = workplace.run(check.command(), limit, network);
      log.append("$ ").append(check.command()).append('\n').append(end.output().stripTrailing());
      log.append("\n[").append(check.check()).append(' ').append(end.words()).append("]\n");
      if (!end.succeeded()) {
        refuseMissingProgram(check, end);
        return new Outcome(findings(order, check, end), log.toString(), workplace.isolation());
      }
    }
    return new Outcome(List.of(), log.toString(), workplace.isolation());
  }

  private List<Finding> findings(WorkOrder order, Check check, CommandEnd end) {
    if (end.ending().isEmpty()) {
      return FindingsParser.parse(
          check.check(), end.output(), end.words(), workplaces.paths(order));
    }
    var findings = new ArrayList<Finding>();
    var said = FindingsParser.lastLines(end.output());
    findings.add(
        new Finding(
            check.check(),
            "the %s command %s".formatted(check.check(), end.words()),
            null,
            0,
            said));
    return findings;
  }

  /** A program that is not installed is nothing that better inputs could bring. */
  private static void refuseMissingProgram(Check check, CommandEnd end) {
    var missing = MISSING.matcher(end.output());
    if (end.exitCode() == NOT_FOUND
        && missing.find()
        && isCalledBy(check, missing.group("program"))) {
      throw new AttemptFailedException(
          FaultKind.CONFIGURATION,
          "the %s command needs '%s', which is not there in the sandbox; install it, or set commands.%s"
                  .formatted(check.check(), missing.group("program"), check.check())
              + " in taskmaster.yaml or pass --"
              + check.check()
              + " CMD");
    }
  }

  private static boolean isCalledBy(Check check, String program) {
    return List.of(check.command().split("[\\s;&|()]+", -1)).contains(program);
  }
}
