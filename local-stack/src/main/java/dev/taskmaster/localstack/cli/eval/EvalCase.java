package dev.taskmaster.localstack.cli.eval;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task to be tried.
 *
 * @param name its folder's name
 * @param repository the files it starts from
 * @param test the command that tells whether the result is right; null for what the project says
 * @param setup what has to be run before the test; null for nothing
 * @param as a ready-made task, or null
 * @param after cases that have to be done before
 * @param expect how the task should end
 */
record EvalCase(
    String name,
    Path repository,
    String description,
    @Nullable String test,
    @Nullable String setup,
    @Nullable String as,
    List<String> after,
    String expect) {
  EvalCase {
    after = List.copyOf(after);
  }
}
