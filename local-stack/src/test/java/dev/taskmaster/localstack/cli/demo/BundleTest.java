package dev.taskmaster.localstack.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  @TempDir Path folder;

  @Test
  void theSampleIsUnpackedWholeAndWipedWhole() throws Exception {
    Bundle.unpack("sample", folder.resolve("demo/sample"));
    Bundle.unpack("recording.json", folder.resolve("demo/recording.json"));

    assertThat(folder.resolve("demo/sample/taskmaster.yaml")).exists();
    assertThat(folder.resolve("demo/sample/src/billing/Money.java"))
        .content()
        .contains("class Money");
    assertThat(Files.size(folder.resolve("demo/recording.json"))).isPositive();
    Bundle.wipe(folder.resolve("demo"));
    assertThat(folder.resolve("demo")).doesNotExist();
    Bundle.wipe(folder.resolve("demo"));
  }

  @Test
  void everyProcessOfTheDemoHasAPortOfItsOwn() {
    var ports = OwnPorts.choose();

    assertThat(ports).containsKeys("kafka", "neo4j", "gateway", "graph-store");
    assertThat(new HashSet<>(ports.values())).hasSameSizeAs(ports.values());
  }
}
