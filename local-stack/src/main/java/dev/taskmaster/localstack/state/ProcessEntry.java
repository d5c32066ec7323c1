package dev.taskmaster.localstack.state;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one process of the stack.
 *
 * @param name what {@code status} and {@code logs} call it
 * @param port the loopback port it serves
 * @param uri where it is reached
 * @param identity null until it has been started
 * @param restarts how often it had to be started again since the stack came up
 */
public record ProcessEntry(
    String name,
    ProcessState state,
    int port,
    URI uri,
    Path log,
    @Nullable ProcessIdentity identity,
    int restarts) {
  public ProcessEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(log, "log");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port of " + name + " out of range: " + port);
    }
  }

  /** The same process in another state. */
  public ProcessEntry in(ProcessState next) {
    return new ProcessEntry(name, next, port, uri, log, identity, restarts);
  }

  /** The same entry for the process {@code started}. */
  public ProcessEntry startedAs(@Nullable ProcessIdentity started) {
    return new ProcessEntry(name, ProcessState.STARTING, port, uri, log, started, restarts);
  }

  /** The same entry with one restart more. */
  public ProcessEntry restarted() {
    return new ProcessEntry(name, state, port, uri, log, identity, restarts + 1);
  }
}
