package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.launcher.LocalStack;
import dev.taskmaster.localstack.launcher.RunningStack;
import dev.taskmaster.localstack.launcher.StackStartException;
import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.localstack.state.Phase;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Finds the stack a command works on, or starts it. */
public final class StackAccess {
  private final Path dataDir;
  private final PrintWriter progress;

  StackAccess(GlobalOptions options, PrintWriter progress) {
    this(
        DataFolder.ofThisPerson().choose(options.data(), System.getenv("TASKMASTER_DATA")),
        progress);
  }

  private StackAccess(Path dataDir, PrintWriter progress) {
    this.dataDir = dataDir;
    this.progress = progress;
  }

  /** The same for a stack that keeps its state in another folder. */
  public StackAccess in(Path otherDataDir) {
    return new StackAccess(otherDataDir, progress);
  }

  /** Where the stack keeps its state. */
  public Path dataDir() {
    return dataDir;
  }

  /** The stack, if one runs. */
  public Optional<RunningStack> find() {
    return LocalStack.find(dataDir);
  }

  /**
   * The stack that runs and is ready.
   *
   * @throws CommandFailure exit 3, saying what to do, if there is none
   */
  public RunningStack require() {
    var stack =
        find()
            .orElseThrow(
                () ->
                    CommandFailure.unreachable(
                        "No stack runs in %s. Start one with './taskmaster up --detach', or say which with --data DIR."
                            .formatted(dataDir)));
    if (stack.state().phase() != Phase.READY) {
      throw CommandFailure.unreachable(
          "The stack in %s is %s. Try again in a moment; './taskmaster status' shows how far it is."
              .formatted(dataDir, stack.state().phase().name().toLowerCase(java.util.Locale.ROOT)));
    }
    return stack;
  }

  /**
   * The gateway of the stack that runs.
   *
   * @throws CommandFailure exit 3, saying what to do, if there is none
   */
  public URI requireGateway() {
    return require().gatewayUri();
  }

  /**
   * The stack that runs, else a new one that ends with this process or when it is closed. {@link
   * RunningStack#isOwned()} tells which it was.
   */
  public RunningStack findOrStart(UnaryOperator<StackOptions.Builder> wishes) {
    return start(wishes, LocalStack::start);
  }

  /** The stack that runs, else a new one that goes on when this process ends. */
  public RunningStack findOrStartDetached(UnaryOperator<StackOptions.Builder> wishes) {
    return start(wishes, LocalStack::startDetached);
  }

  private RunningStack start(UnaryOperator<StackOptions.Builder> wishes, Starter starter) {
    var options = wishes.apply(StackOptions.builder(dataDir)).build();
    try (var view = StartView.on(progress)) {
      var stack = starter.start(new LocalStack(options, view));
      DataFolder.ofThisPerson().remember(dataDir);
      return stack;
    } catch (StackStartException e) {
      var message = "The stack did not start. " + e.getMessage();
      throw e.isBadInput()
          ? CommandFailure.badInput(message, e)
          : CommandFailure.unreachable(message, e);
    }
  }

  @FunctionalInterface
  private interface Starter {
    RunningStack start(LocalStack stack);
  }
}
