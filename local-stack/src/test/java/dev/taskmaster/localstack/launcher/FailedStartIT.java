package dev.taskmaster.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.localstack.state.ControlPoint;
import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.ProcessEntry;
import dev.taskmaster.localstack.state.ProcessIdentity;
import dev.taskmaster.localstack.state.ProcessState;
import dev.taskmaster.localstack.state.StackFile;
import dev.taskmaster.localstack.state.StackState;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot succeed say why, and leave nothing behind. */
class FailedStartIT {
  @TempDir Path data;

  @Test
  void aTakenPortIsNamedWithItsHolder() throws Exception {
    try (var holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var options = wanting(Map.of("kafka", holder.getLocalPort()));
      assertThatThrownBy(() -> new LocalStack(options).start())
          .isInstanceOf(StackStartException.class)
          .hasMessageContaining("Port " + holder.getLocalPort())
          .hasMessageContaining("kafka")
          .hasMessageContaining(holderIfKnown())
          .matches(e -> ((StackStartException) e).isBadInput());
    }
    assertThat(LocalStack.find(data)).isEmpty();
  }

  @Test
  void aTakenPortIsNamedByADetachedStartToo() throws Exception {
    try (var holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var options = wanting(Map.of("neo4j", holder.getLocalPort()));
      assertThatThrownBy(() -> new LocalStack(options).startDetached())
          .isInstanceOf(StackStartException.class)
          .hasMessageContaining("Port " + holder.getLocalPort())
          .matches(e -> ((StackStartException) e).isBadInput());
    }
  }

  @Test
  void aProcessThatDiesWhileStartingIsShownWithItsLastWords() throws Exception {
    Files.createDirectories(data.resolve("kafka"));
    Files.writeString(data.resolve("kafka/meta.properties"), "nonsense=true\n");
    assertThatThrownBy(() -> new LocalStack(wanting(Map.of())).start())
        .isInstanceOf(StackStartException.class)
        .hasMessageContaining("kafka ended with exit code")
        .hasMessageContaining("node ID not found")
        .hasMessageContaining("kafka.log");
    var state = new StackFile(data).read().orElseThrow();
    assertThat(state.phase()).isEqualTo(Phase.FAILED);
    assertThat(state.processes())
        .noneMatch(entry -> entry.identity() != null && entry.identity().isAlive());
    assertThat(LocalStack.find(data)).isEmpty();
  }

  @Test
  void aRecycledProcessIdIsNotOurs() throws Exception {
    var stranger = new ProcessBuilder("sleep", "600").start();
    try {
      var recycled = new ProcessIdentity(stranger.pid(), Instant.now().minus(Duration.ofHours(1)));
      var entry =
          new ProcessEntry(
              "kafka",
              ProcessState.READY,
              9092,
              URI.create("kafka://127.0.0.1:9092"),
              data.resolve("logs/kafka.log"),
              recycled,
              0);
      var state =
          new StackState(
              "earlier",
              Phase.READY,
              null,
              Instant.now(),
              "",
              recycled,
              new ControlPoint(1, "x"),
              "",
              false,
              List.of(entry));
      new StackFile(data).write(state);

      assertThat(LocalStack.find(data)).isEmpty();
      assertThat(Leftovers.end(state)).isEmpty();
      assertThat(stranger.isAlive()).isTrue();

      var ours = ProcessIdentity.of(stranger.toHandle()).orElseThrow();
      var nowOurs = state.with("kafka", known -> known.startedAs(ours));
      assertThat(Leftovers.end(nowOurs)).containsExactly("kafka");
      assertThat(stranger.isAlive()).isFalse();
    } finally {
      stranger.destroyForcibly();
    }
  }

  private StackOptions wanting(Map<String, Integer> ports) {
    return StackOptions.builder(data).brokerAndDatabaseOnly().ports(ports).build();
  }

  private static String holderIfKnown() {
    return Files.exists(Path.of("/proc/net/tcp"))
        ? "process " + ProcessHandle.current().pid()
        : "is taken";
  }
}
