package dev.taskmaster.localstack.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options every command takes, before or after its name. */
public final class GlobalOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Where the stack keeps its state (default: TASKMASTER_DATA, else the stack that runs,"
              + " else ~/.taskmaster).")
  private @Nullable Path data;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON document instead of text.")
  private boolean json;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print stack traces of errors.")
  private boolean debug;

  /** The global options of the command line that {@code spec} belongs to. */
  public static GlobalOptions of(CommandSpec spec) {
    return ((TaskmasterCommand) spec.root().userObject()).globalOptions();
  }

  /** What {@code --data} says, absolute; null when it was not given. */
  public @Nullable Path data() {
    return data == null ? null : data.toAbsolutePath().normalize();
  }

  /** Whether the result is wanted as one JSON document. */
  public boolean json() {
    return json;
  }

  /** Whether errors show their stack trace. */
  public boolean debug() {
    return debug;
  }
}
