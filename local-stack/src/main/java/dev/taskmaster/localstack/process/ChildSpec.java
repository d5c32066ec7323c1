package dev.taskmaster.localstack.process;

import dev.taskmaster.localstack.readiness.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How one child process is run.
 *
 * @param name what {@code status} and {@code logs} call it
 * @param environment the whole environment of the process; nothing else is inherited
 * @param folder its working directory; its argument file lies there too
 * @param log where its output is appended
 * @param startLimit how long it may take to become ready
 * @param stopGrace how long it may take to end after it was asked to
 */
public record ChildSpec(
    String name,
    JavaCommand command,
    Map<String, String> environment,
    Path folder,
    Path log,
    Readiness readiness,
    Duration startLimit,
    Duration stopGrace) {
  public ChildSpec {
    environment = Map.copyOf(environment);
  }
}
