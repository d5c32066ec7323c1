package dev.taskmaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./taskmaster demo}: what a newcomer sees first. */
class DemoIT {
  @TempDir Path temp;

  @Test
  void theDemoFailsOnceCorrectsItsInputsAndEndsInACommit() {
    var said = new Taskmaster(temp.resolve("data")).run("demo", "--json").ended(0);

    var result = said.json();
    assertThat(result.path("state").asText()).isEqualTo("committed");
    assertThat(result.path("rounds").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(result.path("corrections")).isNotEmpty();
    assertThat(result.path("corrections").path(0).path("reran")).isNotEmpty();
    assertThat(result.path("nodes").path("cacheHits").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(said.err()).containsIgnoringCase("recorded");
  }

  @Test
  void withoutItsCorrectionTheDemosTaskIsRejected() throws IOException {
    // Given the demo's sample and its conversation without the answer that becomes the correction
    var bundle = Taskmaster.ROOT.resolve("local-stack/src/main/resources/demo");
    var json = new ObjectMapper();
    var recording = (ObjectNode) json.readTree(bundle.resolve("recording.json").toFile());
    var kept = json.createArrayNode();
    recording
        .path("exchanges")
        .forEach(
            exchange -> {
              if (!exchange.path("requires").toString().contains("input that was at fault")) {
                kept.add(exchange);
              }
            });
    assertThat(kept).hasSize(recording.path("exchanges").size() - 1);
    recording.set("exchanges", kept);
    json.writeValue(temp.resolve("recording.json").toFile(), recording);
    Files.copy(bundle.resolve("models.yaml"), temp.resolve("models.yaml"));
    var sample = PersonsRepository.copied(bundle.resolve("sample"), temp.resolve("sample"));

    // When its task is run
    var said =
        new Taskmaster(Stack.get().taskmaster.data())
            .with("TASKMASTER_MODELS", temp.resolve("models.yaml").toString())
            .run(
                "run",
                "--repo",
                sample.folder().toString(),
                "--json",
                "--unsafe-host-exec",
                Files.readString(bundle.resolve("task.txt")).strip());

    // Then the same failure comes again and again, and the task ends
    assertThat(said.exit()).as("%s", said).isEqualTo(1);
    assertThat(said.json().path("state").asText()).isEqualTo("rejected");
    assertThat(said.json().path("corrections").path(0).path("fallback").asBoolean()).isTrue();
  }

  @Test
  void theDemoLeavesNoProcessBehind() {
    var data = temp.resolve("data").toString();

    new Taskmaster(Path.of(data)).run("demo", "--json").ended(0);

    assertThat(
            ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(data)))
        .isEmpty();
  }
}
