package dev.taskmaster.localstack.cli.eval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.taskmaster.views.TaskView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a case.
 *
 * @param passed whether the task ended as expected and the test, run again on the result, agrees
 * @param outcome how the task ended, or {@code error}
 * @param verified what the test said when it was run again; null where it was not
 * @param reuse the graph that was used again, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvalRow(
    @JsonProperty("case") String name,
    boolean passed,
    String outcome,
    @Nullable Boolean verified,
    @Nullable String task,
    int rounds,
    int calls,
    long inputTokens,
    long outputTokens,
    BigDecimal amount,
    String currency,
    long millis,
    @Nullable String reuse,
    String detail) {

  static EvalRow of(
      EvalCase trial, TaskView task, @Nullable Boolean verified, long millis, String detail) {
    var reuse = task.reuse();
    boolean asExpected = task.state().wireName().equals(trial.expect());
    return new EvalRow(
        trial.name(),
        asExpected && !Boolean.FALSE.equals(verified),
        task.state().wireName(),
        verified,
        task.task().value(),
        task.rounds(),
        task.cost().calls(),
        task.cost().inputTokens(),
        task.cost().outputTokens(),
        task.cost().amount(),
        task.cost().currency(),
        millis,
        reuse != null && reuse.used() ? reuse.definition() : null,
        detail.isEmpty() && task.reason() != null && !asExpected ? task.reason() : detail);
  }

  static EvalRow error(EvalCase trial, String problem) {
    return new EvalRow(
        trial.name(),
        false,
        "error",
        null,
        null,
        0,
        0,
        0,
        0,
        BigDecimal.ZERO,
        "USD",
        0,
        null,
        problem);
  }

  /** All rows and what they came to. */
  record Sum(List<EvalRow> cases, int passed, int failed, int calls, BigDecimal amount) {
    Sum {
      cases = List.copyOf(cases);
    }

    static Sum of(List<EvalRow> rows) {
      int passed = (int) rows.stream().filter(EvalRow::passed).count();
      return new Sum(
          rows,
          passed,
          rows.size() - passed,
          rows.stream().mapToInt(EvalRow::calls).sum(),
          rows.stream().map(EvalRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }
}
