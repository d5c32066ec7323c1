package dev.taskmaster.workspace.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostSandboxTest {
  @TempDir Path work;
  private final Sandbox sandbox = new HostSandbox(System.getenv());

  @Test
  void itRunsAndSaysThatNothingProtects() {
    Ran ran = sandbox.run(SandboxCommand.shell("pwd; exit 4", work, Duration.ofSeconds(20)));

    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.output().strip()).isEqualTo(work.toString());
    assertThat(ran.isolation()).isEqualTo(Isolation.NONE);
    assertThat(ran.isolation().wireName()).isEqualTo("none");
  }

  @Test
  void aHangingCommandIsKilledWithItsChildren() throws Exception {
    String name = "host-sleeper-" + System.nanoTime();
    Path sleeper = Files.copy(Path.of("/bin/sleep"), work.resolve(name));
    assertThat(sleeper.toFile().setExecutable(true)).isTrue();

    Ran ran =
        sandbox.run(
            SandboxCommand.shell(
                "(trap '' TERM; ./%1$s 300) & ./%1$s 300 & ./%1$s 300".formatted(name),
                work,
                Duration.ofSeconds(1)));

    assertThat(ran.timedOut()).isTrue();
    assertGone(name);
  }

  @Test
  void childrenLeftBehindInTheGroupDieToo() throws Exception {
    String name = "host-leftover-" + System.nanoTime();
    Path sleeper = Files.copy(Path.of("/bin/sleep"), work.resolve(name));
    assertThat(sleeper.toFile().setExecutable(true)).isTrue();

    Ran ran =
        sandbox.run(
            SandboxCommand.shell(
                "./%s 300 & echo done".formatted(name), work, Duration.ofSeconds(20)));

    assertThat(ran.output()).isEqualTo("done\n");
    assertThat(ran.killed()).isFalse();
    assertGone(name);
  }

  private static void assertGone(String name) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (ProcessHandle.allProcesses()
        .anyMatch(p -> p.info().commandLine().orElse("").contains(name))) {
      assertThat(System.nanoTime()).describedAs("%s is still running", name).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
