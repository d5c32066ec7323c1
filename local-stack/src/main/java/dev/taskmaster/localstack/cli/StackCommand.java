package dev.taskmaster.localstack.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has: the global options, its two outputs and access to the stack. */
public abstract class StackCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** Runs the command and returns one of {@link ExitCode}. */
  @Override
  public abstract Integer call() throws Exception;

  /** The command line this command was parsed from. */
  protected final CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("the command was not created by the command line parser");
    }
    return spec;
  }

  protected final GlobalOptions options() {
    return GlobalOptions.of(spec());
  }

  /** Finds or starts the stack this command works on. */
  protected final StackAccess stack() {
    return new StackAccess(options(), err());
  }

  /** Where the result goes, and nothing else. */
  protected final PrintWriter out() {
    return spec().commandLine().getOut();
  }

  /** Where progress and errors go. */
  protected final PrintWriter err() {
    return spec().commandLine().getErr();
  }

  /** Prints {@code value} as the one JSON document of this command. */
  protected final void printJson(Object value) {
    out().println(Json.write(value));
    out().flush();
  }
}
