package dev.taskmaster.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void aNewRunSetsTheOldLogAside() throws Exception {
    var log = new LogFile(folder.resolve("kafka.log"));
    for (int run = 1; run <= 8; run++) {
      log.startNew();
      Files.writeString(log.path(), "run " + run + "\n");
    }
    assertThat(folder.resolve("kafka.1.log")).hasContent("run 7\n");
    assertThat(folder.resolve("kafka.5.log")).hasContent("run 3\n");
    assertThat(folder.resolve("kafka.6.log")).doesNotExist();
  }

  @Test
  void aLargeLogIsCutWhileItsWriterGoesOn() throws Exception {
    var log = new LogFile(folder.resolve("kafka.log"));
    try (var writer =
        Files.newOutputStream(
            log.path(),
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND)) {
      writer.write("before\n".repeat(100).getBytes());
      log.rotateIfLargerThan(100);
      writer.write("after\n".getBytes());
    }
    assertThat(log.path()).hasContent("after\n");
    assertThat(folder.resolve("kafka.1.log")).hasContent("before\n".repeat(100));
  }

  @Test
  void aSmallLogStays() throws Exception {
    var log = new LogFile(folder.resolve("kafka.log"));
    Files.writeString(log.path(), "short\n");
    log.rotateIfLargerThan(100);
    assertThat(log.path()).hasContent("short\n");
  }

  @Test
  void theLastLinesAreTheLast() throws Exception {
    var log = new LogFile(folder.resolve("kafka.log"));
    Files.writeString(log.path(), "one\ntwo\nthree\n");
    assertThat(log.lastLines(2)).containsExactly("two", "three");
    assertThat(new LogFile(folder.resolve("none.log")).lastLines(2)).isEmpty();
  }
}
