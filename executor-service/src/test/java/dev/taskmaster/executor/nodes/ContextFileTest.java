package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.testing.SampleProject;
import dev.taskmaster.worker.NodeOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextFileTest {
  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void open() throws Exception {
    project =
        new SampleProject(folder)
            .file("src/totals.py", "one\ntwo\r\nthree\n")
            .file("src/latin.txt", new byte[] {'g', 'r', (byte) 0xfc, 'n', '\n'})
            .file("logo.bin", new byte[] {1, 0, 2});
    Files.createSymbolicLink(project.person.resolve("link.py"), Path.of("src/totals.py"));
    project.commit("start");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private NodeOutcome read(String path, String lines) throws Exception {
    var order = project.order(NodeKind.CONTEXT_FILE, project.imported()).says("path", path);
    if (lines != null) {
      order.says("lines", lines);
    }
    var built = order.build();
    return new ContextFile(project.files, project.texts).work(built, SampleProject.attempt(built));
  }

  private String problemOf(NodeOutcome outcome) {
    assertThat(outcome).isInstanceOf(NodeOutcome.Failed.class);
    var failed = (NodeOutcome.Failed) outcome;
    assertThat(failed.fault()).isEqualTo(FaultKind.INPUT);
    assertThat(failed.findings()).isNotEmpty();
    return failed.message();
  }

  @Test
  void aFileIsReadAsItIsInTheTreeNotInTheWorkingFolder() throws Exception {
    project.file("src/totals.py", "uncommitted\n");

    assertThat(project.textOf(read("src/totals.py", null))).isEqualTo("one\ntwo\r\nthree\n");
  }

  @Test
  void aRangeOfLinesKeepsTheirEndings() throws Exception {
    assertThat(project.textOf(read("src/totals.py", "2"))).isEqualTo("two\r\n");
    assertThat(project.textOf(read("src/totals.py", "2-"))).isEqualTo("two\r\nthree\n");
    assertThat(project.textOf(read("src/totals.py", "1-2"))).isEqualTo("one\ntwo\r\n");
  }

  @Test
  void anOldEncodingIsReadable() throws Exception {
    assertThat(project.textOf(read("src/latin.txt", null))).isEqualTo("grün\n");
  }

  @Test
  void aMissingFileNamesWhatComesNear() throws Exception {
    assertThat(problemOf(read("totals.py", null)))
        .contains("there is no file totals.py", "src/totals.py");
    assertThat(problemOf(read("src/total.py", null))).contains("src/totals.py");
    assertThat(problemOf(read("nowhere/like-this.rs", null))).contains("none with a similar name");
  }

  @Test
  void whatCannotBeReadSaysWhy() throws Exception {
    assertThat(problemOf(read("src", null))).contains("is a folder");
    assertThat(problemOf(read("logo.bin", null))).contains("is binary");
    assertThat(problemOf(read("link.py", null))).contains("is a link");
    assertThat(problemOf(read("src/totals.py", "7-9"))).contains("has 3 lines, not 7-9");
    assertThat(problemOf(read("src/totals.py", "some"))).contains("'some'", "10-40");
  }

  @Test
  void aPathThatLeavesTheProjectIsRefused() throws Exception {
    for (var path : new String[] {"../secret", "/etc/passwd", ".git/config", "a/../../b"}) {
      assertThat(problemOf(read(path, null))).as(path).contains("refused");
    }
  }
}
