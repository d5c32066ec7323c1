package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.SourceSnapshot;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TreeId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Tasks and plans that tests start from. */
public final class Samples {
  public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final SplittableRandom RANDOM = new SplittableRandom();

  /** Read, change, apply: the plan of a small correction. */
  public static final String FIX_PLAN =
      """
      #usda 1.0
      def "Task"
      {
          def "Ctx_main" (inherits = </_class_ContextFile>)
          {
              string path = "src/main.py"
          }
          def "Fix" (inherits = </_class_LlmChange>)
          {
              string goal = "correct the sum"
              rel context = </Task/Ctx_main>
          }
          def "FixApply" (inherits = </_class_ApplyChange>)
          {
              rel context = </Task/Fix>
          }
      }
      """;

  private Samples() {}

  public static String hex(int digits, long seed) {
    var text = new StringBuilder();
    var random = new SplittableRandom(seed);
    while (text.length() < digits) {
      text.append(Integer.toHexString(random.nextInt(16)));
    }
    return text.toString();
  }

  public static CommitId commit(long seed) {
    return new CommitId(hex(40, seed));
  }

  public static TreeId tree(long seed) {
    return new TreeId(hex(40, seed * 31 + 7));
  }

  public static ProjectSnapshot project(
      String id, BigDecimal budget, int rounds, String... reviews) {
    return new ProjectSnapshot(
        new ProjectId(id),
        "/home/ada/billing",
        List.of("python"),
        new ProjectSnapshot.Commands("", "", "pytest -q"),
        "",
        "",
        List.of(reviews),
        new ProjectSnapshot.Delivery("branch", null),
        new ProjectSnapshot.Budget(budget, rounds),
        new ProjectSnapshot.Sandbox(false, List.of()),
        List.of(),
        Map.of("os", "linux"),
        List.of(),
        List.of());
  }

  public static TaskOptions options(String as, boolean dryRun) {
    return new TaskOptions(as, null, null, null, null, null, null, dryRun, false, "auto");
  }

  public static TaskSubmitted submitted(ProjectSnapshot project, TaskOptions options) {
    return new TaskSubmitted(
        TaskId.at(START, RANDOM),
        START,
        project,
        new SourceSnapshot(commit(1), tree(1), "main", List.of()),
        "the sum of invoices is wrong",
        options);
  }

  public static TaskSubmitted submitted() {
    return submitted(project("acme", new BigDecimal("1.00"), 3, "tests"), TaskOptions.none());
  }
}
