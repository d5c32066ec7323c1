package dev.taskmaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./taskmaster} as a process, as a person does, and keeps what it said. */
final class Taskmaster {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path data;
  private final Map<String, String> environment = new HashMap<>();

  Taskmaster(Path data) {
    this.data = data;
  }

  Taskmaster with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Path data() {
    return data;
  }

  /** What a command left: exit code, results, progress. */
  record Said(List<String> command, int exit, String out, String err) {
    JsonNode json() {
      try {
        return new ObjectMapper().readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException("not one JSON document:\n" + this, e);
      }
    }

    Said ended(int expected) {
      assertThat(exit).as("exit code of %s", this).isEqualTo(expected);
      return this;
    }

    @Override
    public String toString() {
      return String.join(" ", command) + "\n--- out\n" + out + "\n--- err\n" + err;
    }
  }

  Said run(String... arguments) {
    try {
      var running = start(arguments);
      if (!running.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly().waitFor();
      }
      return running.said();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for ./taskmaster", e);
    }
  }

  /** Starts a command and does not wait for it. */
  Running start(String... arguments) {
    try {
      var command = new ArrayList<String>();
      command.add(ROOT.resolve("taskmaster").toString());
      command.addAll(List.of(arguments));
      var out = Files.createTempFile("taskmaster", ".out");
      var err = Files.createTempFile("taskmaster", ".err");
      var builder =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      // The build that runs the tests has just built what they run.
      builder.environment().put("TASKMASTER_BUILD", "off");
      builder.environment().putAll(environment);
      builder.environment().put("TASKMASTER_DATA", data.toString());
      return new Running(command, builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A command under way. */
  record Running(List<String> command, Process process, Path out, Path err) {
    Said said() {
      try {
        return new Said(
            command,
            process.isAlive() ? -1 : process.exitValue(),
            Files.readString(out),
            Files.readString(err));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Said await() throws InterruptedException {
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return said();
    }
  }
}
