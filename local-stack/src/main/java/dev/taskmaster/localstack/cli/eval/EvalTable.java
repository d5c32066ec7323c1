package dev.taskmaster.localstack.cli.eval;

import dev.taskmaster.localstack.live.Columns;
import dev.taskmaster.localstack.live.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows as a table for people. */
final class EvalTable {
  private EvalTable() {}

  static List<String> lines(EvalRow.Sum sum) {
    int name =
        Math.max(
            4, sum.cases().stream().mapToInt(row -> Columns.width(row.name())).max().orElse(4));
    var lines = new ArrayList<String>();
    lines.add(
        "   %s  %s  %6s  %5s  %7s  %9s  %7s  %s"
            .formatted(
                Columns.fit("case", name),
                Columns.fit("outcome", 10),
                "rounds",
                "calls",
                "tokens",
                "cost",
                "time",
                "reuse"));
    for (var row : sum.cases()) {
      lines.add(
          " %s %s  %s  %6d  %5d  %7s  %9s  %7s  %s"
              .formatted(
                  row.passed() ? "✓" : "✗",
                  Columns.fit(row.name(), name),
                  Columns.fit(row.outcome(), 10),
                  row.rounds(),
                  row.calls(),
                  Words.tokens(row.inputTokens() + row.outputTokens()),
                  Words.money(row.amount(), row.currency()),
                  Words.span(Duration.ofMillis(row.millis())),
                  row.reuse() == null ? "" : row.reuse()));
      if (!row.detail().isEmpty()) {
        lines.add("     " + Columns.oneLine(row.detail()));
      }
    }
    var currency = sum.cases().isEmpty() ? "USD" : sum.cases().getFirst().currency();
    lines.add(
        "%d of %d passed, %d calls, %s"
            .formatted(
                sum.passed(),
                sum.cases().size(),
                sum.calls(),
                Words.money(sum.amount(), currency)));
    return lines;
  }
}
