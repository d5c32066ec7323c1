package dev.taskmaster.localstack.cli.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs cases side by side, each after those it waits for. */
final class EvalRun {
  private final Function<EvalCase, EvalRow> trial;
  private final int jobs;

  EvalRun(Function<EvalCase, EvalRow> trial, int jobs) {
    this.trial = trial;
    this.jobs = jobs;
  }

  /** All rows, in the order of the cases; {@code done} hears of each as it comes. */
  List<EvalRow> all(List<EvalCase> cases, Consumer<EvalRow> done) {
    var byName = new LinkedHashMap<String, CompletableFuture<EvalRow>>();
    cases.forEach(one -> byName.put(one.name(), new CompletableFuture<>()));
    try (var workers = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().daemon().factory())) {
      for (var one : cases) {
        before(one, byName)
            .thenRunAsync(
                () -> {
                  var row = safely(one);
                  done.accept(row);
                  result(byName, one.name()).complete(row);
                },
                workers);
      }
      var rows = new ArrayList<EvalRow>();
      byName.values().forEach(row -> rows.add(row.join()));
      return rows;
    }
  }

  private EvalRow safely(EvalCase one) {
    try {
      return trial.apply(one);
    } catch (RuntimeException e) {
      return EvalRow.error(one, String.valueOf(e.getMessage()));
    }
  }

  private static CompletableFuture<Void> before(
      EvalCase one, Map<String, CompletableFuture<EvalRow>> byName) {
    return CompletableFuture.allOf(
        one.after().stream()
            .map(name -> result(byName, name))
            .toArray(CompletableFuture<?>[]::new));
  }

  private static CompletableFuture<EvalRow> result(
      Map<String, CompletableFuture<EvalRow>> byName, String name) {
    var result = byName.get(name);
    if (result == null) {
      throw new IllegalArgumentException("no case is called " + name);
    }
    return result;
  }
}
