package dev.taskmaster.it;

import static org.assertj.core.api.Assertions.assertThat;

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
