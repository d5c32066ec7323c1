package dev.taskmaster.workspace.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static Sandbox sandbox;

  @TempDir Path temp;
  private Path work;

  @BeforeAll
  static void choose() {
    assumeTrue(
        Programs.find("bwrap", System.getenv()).isPresent(),
        "bubblewrap is not installed: the sandbox is NOT tested here");
    sandbox = Sandboxes.choose(false);
  }

  @BeforeEach
  void makeWorkFolder() throws Exception {
    work = Files.createDirectory(temp.resolve("work"));
  }

  @Test
  void aCommandRunsInItsFolderAndLeavesItsFilesThere() throws Exception {
    Files.writeString(work.resolve("in.txt"), "in\n");

    Ran ran = run("cat in.txt && pwd && echo out > out.txt && echo err >&2; exit 3");

    assertThat(ran.isolation()).isEqualTo(Isolation.BUBBLEWRAP);
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.succeeded()).isFalse();
    assertThat(ran.output()).isEqualTo("in\n/workspace\nerr\n");
    assertThat(work.resolve("out.txt")).hasContent("out");
    assertThat(Files.getOwner(work.resolve("out.txt"))).isEqualTo(Files.getOwner(temp));
  }

  @Test
  void aCommandReadsNothingOutside() throws Exception {
    Path secret = Files.writeString(temp.resolve("secret"), "canary-4711");
    String home = System.getProperty("user.home");

    Ran ran =
        run(
            "cat %s; ls -A %s; cat /etc/shadow; ls -A %s/.ssh /home; cat /proc/1/environ; env"
                .formatted(secret, temp, home));

    assertThat(ran.output()).doesNotContain("canary-4711");
    assertThat(run("ls -A " + home + "/.npmrc " + home + "/.gitconfig " + home + "/.ssh").exit())
        .isNotZero();
  }

  @Test
  void secretsOfTheEnvironmentAreNotPassedOn() {
    Ran ran =
        sandbox.run(SandboxCommand.shell("env", work, LONG).withEnv(Map.of("GIVEN", "on purpose")));

    assertThat(ran.output()).contains("GIVEN=on purpose", "HOME=", "LANG=C.UTF-8");
    assertThat(ran.output().lines().map(line -> line.split("=", 2)[0]))
        .allMatch(
            name ->
                List.of(
                        "GIVEN",
                        "PATH",
                        "HOME",
                        "TMPDIR",
                        "LANG",
                        "LC_ALL",
                        "TERM",
                        "USER",
                        "LOGNAME",
                        "GOTOOLCHAIN",
                        "PYTHONDONTWRITEBYTECODE",
                        "GOPROXY",
                        "CARGO_NET_OFFLINE",
                        "JAVA_HOME",
                        "GOROOT",
                        "PYENV_VERSION",
                        "RUSTUP_TOOLCHAIN",
                        "NVM_DIR",
                        "DOTNET_ROOT",
                        "PWD",
                        "SHLVL",
                        "OLDPWD",
                        "_")
                    .contains(name),
            "is known");
  }

  @Test
  void aCommandWritesNowhereElse() throws Exception {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    assertThat(outside.toFile().setWritable(true, false)).isTrue();

    Ran ran =
        run(
            "for d in %s / /usr /usr/bin /etc /proc/sys/kernel %s/.pyenv; do touch $d/x 2>/dev/null"
                    .formatted(outside, System.getProperty("user.home"))
                + " && echo wrote $d; done; touch /tmp/ok $HOME/ok /var/tmp/ok /dev/shm/ok && echo fine");

    assertThat(ran.output()).isEqualTo("fine\n");
    assertThat(outside).isEmptyDirectory();
    assertThat(run("ls -A /tmp $HOME/ok").output()).doesNotContain("ok\n");
  }

  @Test
  void aCommandReachesNoNetwork() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String connect =
          "bash -c 'exec 3<>/dev/tcp/127.0.0.1/%d && echo connected'"
              .formatted(listener.getLocalPort());

      assertThat(run(connect).output()).doesNotContain("connected\n");
      assertThat(
              sandbox
                  .run(
                      SandboxCommand.shell(connect, work, LONG)
                          .with(Policy.standard().withNetwork()))
                  .output())
          .isEqualTo("connected\n");
    }
  }

  @Test
  void aCommandHasNoPowers() {
    Ran ran =
        run(
            "id -u; grep -E 'CapEff|NoNewPrivs' /proc/self/status; unshare -Ur true && echo unshared;"
                + " mount -t tmpfs x /tmp && echo mounted; kill -9 -1; echo end");

    assertThat(ran.output()).doesNotContain("unshared", "mounted");
    assertThat(run("id -u").output().strip()).isNotEqualTo("0");
    assertThat(ran.output()).contains("CapEff:\t0000000000000000", "NoNewPrivs:\t1");
  }

  @Test
  void aCommandSeesOnlyItsOwnProcesses() {
    Ran ran = run("ls -d /proc/[0-9]* | wc -l");

    assertThat(Integer.parseInt(ran.output().strip())).isLessThan(12);
  }

  @Test
  void aHangingCommandIsKilledWithItsChildren() throws Exception {
    String name = "sleeper-" + System.nanoTime();
    Path sleeper = Files.copy(Path.of("/bin/sleep"), work.resolve(name));
    assertThat(sleeper.toFile().setExecutable(true, false)).isTrue();

    Ran ran =
        sandbox.run(
            SandboxCommand.shell(
                "echo begun; (setsid ./%1$s 300 &) ; (trap '' TERM; ./%1$s 300) & ./%1$s 300"
                    .formatted(name),
                work,
                Duration.ofSeconds(2)));

    assertThat(ran.timedOut()).isTrue();
    assertThat(ran.killed()).isTrue();
    assertThat(ran.output()).startsWith("begun\n");
    assertGone(name);
  }

  @Test
  void childrenLeftBehindDieWithTheirCommand() throws Exception {
    String name = "leftover-" + System.nanoTime();
    Path sleeper = Files.copy(Path.of("/bin/sleep"), work.resolve(name));
    assertThat(sleeper.toFile().setExecutable(true, false)).isTrue();

    Ran ran = run("(setsid ./%1$s 300 >/dev/null 2>&1 &); ./%1$s 300 & echo done".formatted(name));

    assertThat(ran.output()).isEqualTo("done\n");
    assertThat(ran.exit()).isZero();
    assertThat(ran.killed()).isFalse();
    assertGone(name);
  }

  @Test
  void aForkBombEndsAtItsLimit() {
    Ran ran =
        sandbox.run(
            SandboxCommand.shell(
                    "i=0; while [ $i -lt 400 ]; do sleep 30 & i=$((i+1)); done; echo all started",
                    work,
                    LONG)
                .with(new Policy(false, List.of(), List.of(), 0, 64)));

    assertThat(ran.output()).doesNotContain("all started").containsIgnoringCase("fork");
  }

  @Test
  void memoryIsLimited() {
    assumeTrue(Programs.find("python3", System.getenv()).isPresent(), "python3 is not installed");
    Ran ran =
        sandbox.run(
            SandboxCommand.shell("python3 -c 'x = bytearray(900 << 20); print(len(x))'", work, LONG)
                .with(new Policy(false, List.of(), List.of(), 256L << 20, 64)));

    assertThat(ran.exit()).isNotZero();
    assertThat(ran.output()).contains("MemoryError");
  }

  @Test
  void endlessOutputFillsNeitherMemoryNorDisk() {
    Ran ran =
        sandbox.run(
            SandboxCommand.shell("yes 0123456789 | head -c 1000000000; echo THE END", work, LONG)
                .withOutputLimit(10_000));

    assertThat(ran.truncated()).isTrue();
    assertThat(ran.output())
        .hasSizeLessThan(10_100)
        .startsWith("0123456789\n")
        .endsWith("THE END\n");
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void aCancelledCommandMayTidyUpAndThenEnds() throws Exception {
    try (RunningCommand running =
        sandbox.start(
            SandboxCommand.shell(
                "trap 'echo tidied > tidied; exit 7' TERM; echo x > begun; while :; do sleep 0.05; done",
                work,
                LONG))) {
      waitFor(work.resolve("begun"));
      running.cancel();
      Ran ran = running.await();

      assertThat(ran.killed()).isTrue();
      assertThat(ran.timedOut()).isFalse();
      assertThat(ran.succeeded()).isFalse();
    }
    assertThat(work.resolve("tidied")).hasContent("tidied");
  }

  @Test
  void anInterruptedThreadStopsItsCommand() throws Exception {
    AtomicReference<Ran> ran = new AtomicReference<>();
    CountDownLatch stillInterrupted = new CountDownLatch(1);
    Thread runner =
        Thread.ofVirtual()
            .start(
                () -> {
                  ran.set(run("echo x > begun; sleep 300"));
                  if (Thread.currentThread().isInterrupted()) {
                    stillInterrupted.countDown();
                  }
                });
    waitFor(work.resolve("begun"));

    runner.interrupt();
    runner.join();

    assertThat(ran.get().killed()).isTrue();
    assertThat(stillInterrupted.getCount()).isZero();
  }

  @Test
  void aProgramThatDoesNotExistFailsLikeInAShell() {
    assertThat(run("no-such-program").exit()).isEqualTo(127);
  }

  @Test
  void furtherFoldersAreGrantedOneByOne() throws Exception {
    Path cache = Files.createDirectory(temp.resolve("cache"));
    Path data = Files.createDirectory(temp.resolve("data"));
    Files.writeString(data.resolve("d.txt"), "data\n");

    Ran ran =
        sandbox.run(
            SandboxCommand.shell(
                    "cat %1$s/d.txt; touch %1$s/x; echo kept > %2$s/k.txt".formatted(data, cache),
                    work,
                    LONG)
                .with(Policy.standard().withWritable(List.of(cache)).withReadOnly(List.of(data))));

    assertThat(ran.output()).startsWith("data\n").containsIgnoringCase("read-only");
    assertThat(cache.resolve("k.txt")).hasContent("kept");
  }

  @Test
  void theSandboxDiesWithoutItsLauncherNoticing() throws Exception {
    Process outer;
    String name = "orphan-" + System.nanoTime();
    Path sleeper = Files.copy(Path.of("/bin/sleep"), work.resolve(name));
    assertThat(sleeper.toFile().setExecutable(true, false)).isTrue();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    outer =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                StartAndWait.class.getName(),
                work.toString(),
                "echo x > begun; ./" + name + " 300")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    waitFor(work.resolve("begun"));

    outer.destroyForcibly();

    assertThat(outer.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertGone(name);
  }

  @Test
  void withoutBubblewrapNothingRunsUnlessAllowed() {
    Sandbox refusing = Sandboxes.withoutSandbox(false, Map.of(), "bubblewrap is not installed");

    assertThatThrownBy(() -> refusing.run(SandboxCommand.shell("true", work, LONG)))
        .isInstanceOf(SandboxUnavailableException.class)
        .hasMessageContaining("bubblewrap is not installed")
        .hasMessageContaining("install bubblewrap")
        .hasMessageContaining("--unsafe-host-exec");
    assertThat(Sandboxes.withoutSandbox(true, Map.of(), "").isolation()).isEqualTo(Isolation.NONE);
    assertThat(Sandboxes.choose(true).isolation()).isEqualTo(Isolation.BUBBLEWRAP);
  }

  @Test
  void aSandboxThatDoesNotHoldIsFoundOut() {
    assertThat(new Probe(new HostSandbox(System.getenv())).escapes())
        .anyMatch(problem -> problem.contains("read"))
        .anyMatch(problem -> problem.contains("written"))
        .anyMatch(problem -> problem.contains("network"));
  }

  private Ran run(String line) {
    return sandbox.run(SandboxCommand.shell(line, work, LONG));
  }

  private static void waitFor(Path file) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (!Files.exists(file)) {
      assertThat(System.nanoTime()).describedAs("%s never appeared", file).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static void assertGone(String name) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (isRunning(name)) {
      assertThat(System.nanoTime()).describedAs("%s is still running", name).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static boolean isRunning(String name) {
    return ProcessHandle.allProcesses()
        .anyMatch(
            p ->
                p.info().commandLine().orElse("").contains(name)
                    || p.info().command().orElse("").contains(name));
  }
}
