package dev.taskmaster.localstack.cli.eval;

import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.task.Git;
import dev.taskmaster.localstack.gateway.Gateway;
import dev.taskmaster.localstack.gateway.TaskWish;
import dev.taskmaster.views.TaskView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries one case: a fresh repository, a task, and the test run again on what came of it. */
final class Trial {
  private final Gateway gateway;
  private final Path folder;
  private final boolean sandboxed;

  /**
   * @param folder an empty folder of this run
   * @param sandboxed whether commands are locked up
   */
  Trial(Gateway gateway, Path folder, boolean sandboxed) {
    this.gateway = gateway;
    this.folder = folder;
    this.sandboxed = sandboxed;
  }

  EvalRow run(EvalCase trial) {
    long begun = System.nanoTime();
    try {
      var repository = prepare(trial);
      var accepted =
          gateway.submit(
              TaskWish.of(repository, trial.description())
                  .as(trial.as())
                  .testedBy(trial.test())
                  .unsafe(!sandboxed));
      gateway.follow(accepted.task(), 0).forEach(event -> {});
      var task = gateway.task(accepted.task());
      long millis = (System.nanoTime() - begun) / 1_000_000;
      var test = trial.test() == null ? accepted.project().commands().test() : trial.test();
      return judged(trial, task, repository, test, millis);
    } catch (CommandFailure | IOException | IllegalStateException e) {
      return EvalRow.error(trial, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return EvalRow.error(trial, "interrupted");
    }
  }

  /** The task's own word is not taken for it: the test is run again, here. */
  private EvalRow judged(
      EvalCase trial, TaskView task, Path repository, @Nullable String test, long millis)
      throws IOException {
    var commit = task.commit();
    if (task.state() != TaskState.COMMITTED || commit == null || test == null || test.isBlank()) {
      return EvalRow.of(trial, task, null, millis, "");
    }
    var result = folder.resolve(trial.name() + "-result");
    new Git(repository).must("worktree", "add", "--detach", result.toString(), commit);
    var setup = trial.setup();
    if (setup != null) {
      var prepared = new Checked(result, sandboxed).run(setup);
      if (!prepared.worked()) {
        return EvalRow.of(trial, task, false, millis, "setup failed again: " + prepared.lastLine());
      }
    }
    var tested = new Checked(result, sandboxed).run(test);
    return EvalRow.of(
        trial,
        task,
        tested.worked(),
        millis,
        tested.worked() ? "" : "the test fails on the result: " + tested.lastLine());
  }

  private Path prepare(EvalCase trial) throws IOException {
    var repository = folder.resolve(trial.name());
    copy(trial.repository(), repository);
    var setup = trial.setup();
    var settings = repository.resolve("taskmaster.yaml");
    if (setup != null && !Files.exists(settings)) {
      Files.writeString(settings, "commands: {setup: '%s'}%n".formatted(setup.replace("'", "''")));
    }
    var git = new Git(repository);
    git.must("init", "--quiet", "--initial-branch=main");
    git.must("add", "--all", "--force");
    git.must("commit", "--quiet", "--message", "Start of case " + trial.name());
    return repository;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.toList()) {
        var place = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.copy(file, place, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
