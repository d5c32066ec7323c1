package dev.taskmaster.localstack.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ended a command into one clear message and an exit code. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    var commandLine = problem.getCommandLine();
    var suggestions = new StringBuilder();
    if (problem instanceof UnmatchedArgumentException unmatched) {
      var found = unmatched.getSuggestions();
      if (!found.isEmpty()) {
        suggestions.append(" Did you mean: ").append(String.join(", ", found)).append('?');
      }
    }
    var help = commandLine.getCommandSpec().qualifiedName() + " --help";
    return report(
        commandLine,
        ExitCode.BAD_INPUT,
        problem.getMessage() + suggestions + "\nSee '" + help + "'.",
        problem);
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine commandLine, @Nullable ParseResult parsed) {
    if (problem instanceof CommandFailure failure) {
      return report(commandLine, failure.exitCode(), failure.getMessage(), failure);
    }
    if (problem instanceof ParameterException parameter) {
      return handleParseException(parameter, new String[0]);
    }
    var what = problem.getMessage() == null ? problem.getClass().getName() : problem.getMessage();
    return report(
        commandLine,
        ExitCode.FAILED,
        "Unexpected: " + what + "\nRun it again with --debug to see where this came from.",
        problem);
  }

  private static int report(
      CommandLine commandLine, int exitCode, @Nullable String message, Exception problem) {
    var text = message == null ? problem.getClass().getName() : message;
    var options = GlobalOptions.of(commandLine.getCommandSpec());
    commandLine.getErr().println("taskmaster: " + text);
    if (options.debug()) {
      problem.printStackTrace(commandLine.getErr());
    }
    if (options.json()) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("exitCode", exitCode);
      error.put("message", text);
      commandLine.getOut().println(Json.write(Map.of("error", error)));
    }
    return exitCode;
  }
}
