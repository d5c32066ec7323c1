package dev.taskmaster.localstack.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.task.Views;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class EvalTest {
  @TempDir Path folder;

  private void addCase(String name, String yaml) throws Exception {
    Files.createDirectories(folder.resolve(name).resolve("repo"));
    Files.writeString(folder.resolve(name).resolve("task.yaml"), yaml.replace("\\n", "\n"));
  }

  @Test
  void casesAreReadByName() throws Exception {
    addCase("2-b", "description: Second.\nafter: 1-a\nexpect: rejected\n");
    addCase("1-a", "description: First.\ntest: make t\nsetup: make s\nas: explore-code\n");

    var cases = EvalFolder.read(folder);

    assertThat(cases).extracting(EvalCase::name).containsExactly("1-a", "2-b");
    assertThat(cases.getFirst().expect()).isEqualTo("completed");
    assertThat(cases.getLast().after()).containsExactly("1-a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test: x                              | description: is missing",
        "description: x\\ntests: y            | tests: unknown key; known are [after, as, description",
        "description: x\\ntest: [a]           | test: should be a text",
        "description: x\\nexpect: perfect     | expect: 'perfect' is not known",
        "description: x\\nafter: nobody       | after: waits for [nobody]",
        "description: [x                      | is not YAML",
        "just words                           | holds no keys"
      })
  void aCaseThatIsWrongIsNamedByFileAndKey(String yaml, String problem) throws Exception {
    addCase("odd", yaml);

    assertThatThrownBy(() -> EvalFolder.read(folder))
        .isInstanceOfSatisfying(CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(2))
        .hasMessageContaining(folder.resolve("odd/task.yaml").toString())
        .hasMessageContaining(problem);
  }

  @Test
  void foldersWithoutCasesAreNamed() throws Exception {
    assertThatThrownBy(() -> EvalFolder.read(folder)).hasMessageContaining("holds no case");
    assertThatThrownBy(() -> EvalFolder.read(folder.resolve("no")))
        .hasMessageContaining("There is no folder");
    Files.createDirectories(folder.resolve("half"));
    Files.writeString(folder.resolve("half/task.yaml"), "description: x");
    assertThatThrownBy(() -> EvalFolder.read(folder))
        .hasMessageContaining(folder.resolve("half/repo") + " is missing");
  }

  private static EvalCase trial(String name, String... after) {
    return new EvalCase(name, Path.of("x"), "d", null, null, null, List.of(after), "committed");
  }

  @Test
  void aCaseRunsAfterThoseItWaitsFor() {
    var order = Collections.synchronizedList(new ArrayList<String>());
    var cases = List.of(trial("c", "b"), trial("b", "a"), trial("a"));

    var rows =
        new EvalRun(
                one -> {
                  order.add(one.name());
                  return EvalRow.of(one, Views.task(TaskState.COMMITTED), true, 1, "");
                },
                3)
            .all(cases, row -> {});

    assertThat(order).containsExactly("a", "b", "c");
    assertThat(rows).extracting(EvalRow::name).containsExactly("c", "b", "a");
  }

  @Test
  void oneCaseThatBreaksDoesNotStopTheOthers() {
    var rows =
        new EvalRun(
                one -> {
                  if (one.name().equals("a")) {
                    throw new IllegalStateException("git failed");
                  }
                  return EvalRow.of(one, Views.task(TaskState.COMMITTED), true, 1, "");
                },
                2)
            .all(List.of(trial("a"), trial("b", "a")), row -> {});

    assertThat(rows).extracting(EvalRow::passed).containsExactly(false, true);
    assertThat(rows.getFirst().detail()).isEqualTo("git failed");
  }

  @Test
  void aTaskIsNotTakenAtItsWord() {
    var row =
        EvalRow.of(
            trial("a"),
            Views.task(TaskState.COMMITTED),
            false,
            1,
            "the test fails on the result: 1 failed");

    assertThat(row.passed()).isFalse();
    assertThat(String.join("\n", EvalTable.lines(EvalRow.Sum.of(List.of(row)))))
        .contains("✗ a")
        .contains("committed")
        .contains("the test fails on the result")
        .contains("0 of 1 passed, 6 calls, $0.0123");
  }
}
