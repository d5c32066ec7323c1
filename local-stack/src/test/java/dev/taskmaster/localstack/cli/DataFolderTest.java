package dev.taskmaster.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path home;

  @Test
  void whatIsGivenWinsOverTheVariable() {
    var folders = new DataFolder(home);
    assertThat(folders.choose(Path.of("/given"), "/variable")).isEqualTo(Path.of("/given"));
    assertThat(folders.choose(null, "/variable")).isEqualTo(Path.of("/variable"));
    assertThat(folders.choose(null, " ")).isEqualTo(home.resolve(".taskmaster"));
  }

  @Test
  void aPointerToAStackThatNoLongerRunsIsIgnored() {
    var folders = new DataFolder(home);
    folders.remember(home.resolve("elsewhere"));
    assertThat(folders.choose(null, null)).isEqualTo(home.resolve(".taskmaster"));
  }

  @Test
  void forgettingAnotherFolderLeavesThePointer() {
    var folders = new DataFolder(home);
    folders.remember(home.resolve("one"));
    folders.forget(home.resolve("two"));
    assertThat(home.resolve(".taskmaster/current-stack"))
        .hasContent(home.resolve("one").toString());
    folders.forget(home.resolve("one"));
    assertThat(home.resolve(".taskmaster/current-stack")).doesNotExist();
  }
}
