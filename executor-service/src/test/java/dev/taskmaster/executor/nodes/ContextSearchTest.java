package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.testing.SampleProject;
import dev.taskmaster.worker.NodeOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ContextSearchTest {
  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void open() {
    project =
        new SampleProject(folder)
            .file(
                "src/totals.py", "import os\n\n\ndef total(rows):\n  return sum(rows)\n\n\nx = 1\n")
            .file("src/app.py", "from totals import total\nprint(total([1]))\n")
            .file("doc/notes.md", "total (of all)\n")
            .file("logo.bin", new byte[] {'t', 'o', 't', 'a', 'l', 0});
    project.commit("start");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private NodeOutcome search(String query, String glob) throws Exception {
    var order =
        project
            .order(NodeKind.CONTEXT_SEARCH, project.imported())
            .says("query", query)
            .says("glob", glob)
            .build();
    return new ContextSearch(project.files, project.texts)
        .work(order, SampleProject.attempt(order));
  }

  @Test
  void matchesAreShownWithTheirPlaceAndWhatStandsAround() throws Exception {
    assertThat(project.textOf(search("def total", "")))
        .isEqualTo(
            """
            src/totals.py-2-\s
            src/totals.py-3-\s
            src/totals.py:4: def total(rows):
            src/totals.py-5-   return sum(rows)
            src/totals.py-6-\s
            """);
  }

  @Test
  void aGlobSaysWhichFiles() throws Exception {
    assertThat(project.textOf(search("total", "*.md")))
        .isEqualTo("doc/notes.md:1: total (of all)\n");
    assertThat(project.textOf(search("total", "src/*.py")))
        .contains("src/app.py:1", "src/totals.py:4")
        .doesNotContain("notes.md", "logo.bin");
  }

  @Test
  void aQueryIsLiteralUnlessItStandsBetweenSlashes() throws Exception {
    assertThat(project.textOf(search("total(", "*.md")))
        .startsWith("nothing matches total( in *.md");
    assertThat(project.textOf(search("/^def \\w+\\(/", "*.py"))).contains("src/totals.py:4");
  }

  @Test
  void caseCountsOnlyWhereItFindsSomething() throws Exception {
    assertThat(project.textOf(search("DEF TOTAL", ""))).contains("src/totals.py:4: def total");
    project.file("src/upper.py", "TOTAL = 1\n");
    project.commit("upper");
    assertThat(project.textOf(search("TOTAL", "*.py"))).isEqualTo("src/upper.py:1: TOTAL = 1\n");
  }

  @Test
  void aQueryThatCannotBeUnderstoodIsNamed() throws Exception {
    assertThat(search("/(/", ""))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> assertThat(failed.message()).contains("/(/", "cannot be understood"));
  }

  @Test
  void aRegularExpressionThatBacktracksForeverIsEnded() throws Exception {
    project.file("evil.txt", "a".repeat(60) + "!\n");
    project.commit("evil");

    assertThat(search("/^(a+)+\\1b$/", "evil.txt"))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> assertThat(failed.message()).contains("takes too long"));
  }

  @Test
  void aRegularExpressionThatNeedsTooDeepAStackIsNamed() throws Exception {
    project.file("deep.txt", "ab".repeat(200_000) + "\n");
    project.commit("deep");

    assertThat(search("/^(a|b|ab)*c/", "deep.txt"))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class, failed -> assertThat(failed.message()).contains("simpler"));
  }

  @Test
  void manyMatchesAreBoundedAndSaidSo() throws Exception {
    for (int i = 0; i < 30; i++) {
      project.file("many/f" + i + ".txt", "needle\n".repeat(30));
    }
    project.commit("many");

    var text = project.textOf(search("needle", ""));

    assertThat(text.length()).isLessThan(25_000);
    assertThat(text).contains("more matches left out");
  }
}
