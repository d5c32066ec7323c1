package dev.taskmaster.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.localstack.control.ControlClient;
import dev.taskmaster.localstack.parts.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a stack whose supervisor is gone. */
class KilledLauncherIT {
  @TempDir Path data;

  @Test
  void noProcessOutlivesAKilledSupervisorAndTheNextStartWorks() throws Exception {
    var options = StackOptions.builder(data).brokerAndDatabaseOnly().build();
    var first = new LocalStack(options).startDetached();
    var orphans = handles(first);

    kill(first);

    for (var orphan : orphans) {
      orphan.onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(LocalStack.find(data)).isEmpty();

    var second = new LocalStack(options).startDetached();
    var frozen = handles(second);
    for (var process : frozen) {
      assertThat(signal("STOP", process)).isZero();
    }
    kill(second);

    try (var third = new LocalStack(options).start()) {
      assertThat(frozen).noneMatch(ProcessHandle::isAlive);
      assertThat(third.pids()).containsOnlyKeys("kafka", "neo4j");
    }
    assertThat(LocalStack.find(data)).isEmpty();
  }

  @Test
  void aStackThatNobodyLeasesEndsItself() throws Exception {
    var options =
        StackOptions.builder(data).brokerAndDatabaseOnly().idleLimit(Duration.ofMillis(1)).build();
    var stack = new LocalStack(options).startDetached();
    var processes = handles(stack);
    try (var lease = new ControlClient(stack.state().control()).lease()) {
      assertThat(lease).isNotNull();
      assertThat(processes).allMatch(ProcessHandle::isAlive);
    }
    for (var process : processes) {
      process.onExit().get(60, TimeUnit.SECONDS);
    }
  }

  private static List<ProcessHandle> handles(RunningStack stack) {
    return stack.pids().values().stream().map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
  }

  private static void kill(RunningStack stack) throws Exception {
    var supervisor = stack.state().supervisor().find().orElseThrow();
    supervisor.destroyForcibly();
    supervisor.onExit().get(10, TimeUnit.SECONDS);
  }

  private static int signal(String name, ProcessHandle process) throws Exception {
    return new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }
}
