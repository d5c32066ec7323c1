package dev.taskmaster.localstack.process;

import dev.taskmaster.localstack.state.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A started child process. This object must stay reachable while the process is wanted: it holds
 * the pipe whose end tells the process that its launcher is gone.
 */
public final class Child {
  private static final Path SESSION_LEADER = Path.of("/usr/bin/setsid");
  private static final long READY_POLL_MILLIS = 50;

  private final ChildSpec spec;
  private final Process process;
  private volatile boolean wantedToEnd;

  private Child(ChildSpec spec, Process process) {
    this.spec = spec;
    this.process = process;
  }

  /** Starts the process; it is not ready yet. */
  public static Child start(ChildSpec spec) {
    var argumentFile = spec.folder().resolve(spec.name() + ".args");
    var command = new ArrayList<>(outsideTheTerminal());
    command.addAll(spec.command().toCommandLine(spec.name(), argumentFile));
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(spec.environment());
    builder.directory(spec.folder().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(spec.log().toFile()));
    try {
      Files.createDirectories(spec.folder());
      Files.createDirectories(spec.log().getParent());
      return new Child(spec, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + spec.name(), e);
    }
  }

  /**
   * A Ctrl-C at the terminal goes to everything in its session; the children are ended by their
   * supervisor, in order, and so live in sessions of their own where the system offers it.
   */
  private static List<String> outsideTheTerminal() {
    return Files.isExecutable(SESSION_LEADER) ? List.of(SESSION_LEADER.toString()) : List.of();
  }

  /** What it was started from. */
  public ChildSpec spec() {
    return spec;
  }

  /** Its process id and start; null if it ended before that could be read. */
  public @Nullable ProcessIdentity identity() {
    return ProcessIdentity.of(process.toHandle()).orElse(null);
  }

  /** Waits until it is ready; false if it ended or took longer than it may. */
  public boolean awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + spec.startLimit().toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        return false;
      }
      if (spec.readiness().isReady()) {
        return process.isAlive();
      }
      Thread.sleep(READY_POLL_MILLIS);
    }
    return false;
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code once it has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Whether it was asked to end, so that its end is no surprise. */
  public boolean isWantedToEnd() {
    return wantedToEnd;
  }

  /** Waits for its end. */
  public void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Asks it to end, waits as long as it may take, then ends it. */
  public void stop() {
    wantedToEnd = true;
    process.destroy();
    if (endsWithin(spec.stopGrace())) {
      spec.command().archive().accept();
    } else {
      process.destroyForcibly();
      endsWithin(Duration.ofSeconds(5));
    }
    closeQuietly();
  }

  private boolean endsWithin(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void closeQuietly() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The process has ended and with it the pipe; there is nothing left to lose.
      return;
    }
  }
}
