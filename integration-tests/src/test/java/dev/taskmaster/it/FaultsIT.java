package dev.taskmaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.models.testing.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of the stack are killed while a task is at work; the task goes on and ends well. */
class FaultsIT {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"graph-store", "executor", "kafka", "neo4j"})
  void aTaskSurvivesTheDeathOfAProcessWhileItsModelIsAtWork(String process) throws Exception {
    // Given a task whose model takes its time
    var name = "Half" + process.replace("-", "");
    var asked = new CountDownLatch(1);
    var repository =
        PersonsRepository.with(
            temp.resolve("repo"),
            "half.txt",
            name + " of ten is six\n",
            "check.sh",
            "grep -q five half.txt\n");
    Stack.rule(
        request -> {
          if (!request.contains(name + " of ten")) {
            return Optional.empty();
          }
          asked.countDown();
          return Optional.of(
              Answer.slow(
                  Duration.ofSeconds(3),
                  """
                  diff --git a/half.txt b/half.txt
                  --- a/half.txt
                  +++ b/half.txt
                  @@ -1 +1 @@
                  -NAME of ten is six
                  +NAME of ten is five
                  """
                      .replace("NAME", name)));
        });
    var stack = Stack.get();
    var run =
        stack.taskmaster.start(
            "run",
            "--repo",
            repository.folder().toString(),
            "--json",
            "--test",
            "sh check.sh",
            "--unsafe-host-exec",
            name + " of ten is written wrongly");
    assertThat(asked.await(60, TimeUnit.SECONDS)).as("the model was asked").isTrue();

    // When the process dies with the call in flight
    kill(process);

    // Then it comes back, and the task is committed with one accepted result for each node
    var result = run.await().ended(0).json();
    assertThat(result.path("state").asText()).isEqualTo("committed");
    assertThat(repository.git("show", result.path("branch").asText() + ":half.txt"))
        .isEqualTo(name + " of ten is five");
    assertThat(result.path("nodes").path("executed").asInt())
        .isEqualTo(result.path("nodes").path("total").asInt());
  }

  @Test
  void aCommandThatHangsPrintsWithoutEndOrForksIsEndedAndFound() {
    var repository = PersonsRepository.with(temp.resolve("repo"), "flood.txt", "a flood\n");
    Stack.whenAsked(
        """
        diff --git a/flood.txt b/flood.txt
        --- a/flood.txt
        +++ b/flood.txt
        @@ -1 +1 @@
        -a flood
        +a trickle
        """,
        "You change code",
        "a flood");

    var said =
        Stack.get()
            .taskmaster
            .run(
                "run",
                "--repo",
                repository.folder().toString(),
                "--json",
                "--rounds",
                "1",
                "--test",
                "head -c 1000000000 /dev/zero | tr '\\\\0' x; exit 3",
                "--unsafe-host-exec",
                "Turn the flood into a trickle");

    assertThat(said.exit()).as("%s", said).isEqualTo(1);
    assertThat(said.json().path("state").asText()).isEqualTo("rejected");
    assertThat(said.out()).hasSizeLessThan(100_000);
  }

  private static void kill(String process) {
    var status = Stack.get().taskmaster.run("status", "--json").ended(0).json();
    long pid =
        StreamSupport.stream(status.path("processes").spliterator(), false)
            .filter(entry -> entry.path("name").asText().equals(process))
            .mapToLong(entry -> entry.path("pid").asLong())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no process " + process + " in " + status));
    assertThat(ProcessHandle.of(pid)).isPresent();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    var patience = Instant.now().plusSeconds(30);
    while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
      assertThat(Instant.now()).isBefore(patience);
      Thread.onSpinWait();
    }
  }
}
