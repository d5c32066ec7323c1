package dev.taskmaster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.files.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
  private static final Identity US = new Identity("Task Master", "task-master@localhost");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir Path temp;
  private ExchangeRepositories repositories;
  private ExchangeRepository exchange;
  private PersonsRepository person;
  private Source source;

  @BeforeEach
  void importSample() throws Exception {
    repositories = new ExchangeRepositories(temp.resolve("exchange"));
    exchange = repositories.open("sample");
    person = PersonsRepository.withOneCommit(temp.resolve("person"));
    person.write("a.txt", "a\n").write("a/b.txt", "b\n").write("a-b/c.txt", "c\n");
    Files.createSymbolicLink(person.folder().resolve("link"), Path.of("src"));
    person.commit("More");
    source = exchange.importHead(person.folder());
  }

  @AfterEach
  void close() {
    repositories.close();
  }

  @Test
  void editsLeadToTheTreeGitWouldWrite() throws Exception {
    String tree =
        exchange.write(
            source.tree(),
            List.of(
                FileEdit.Write.text("src/app.py", "fixed\n"),
                FileEdit.Write.text("new/deep/file.txt", "new\n"),
                new FileEdit.Write("run.sh", "#!/bin/sh\n".getBytes(), FileMode.EXECUTABLE),
                new FileEdit.Delete("a/b.txt"),
                new FileEdit.Delete("never/was.txt")));

    person.write("src/app.py", "fixed\n").write("new/deep/file.txt", "new\n");
    person.write("run.sh", "#!/bin/sh\n");
    assertThat(person.folder().resolve("run.sh").toFile().setExecutable(true)).isTrue();
    Files.delete(person.folder().resolve("a/b.txt"));
    person.commit("By git");
    assertThat(tree).isEqualTo(person.git("rev-parse", "HEAD^{tree}"));
  }

  @Test
  void randomEditsLeadToTheTreeGitWouldWrite() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> names = List.of("a", "b", "a.b", "a-b", "A", "a0", "é", "z");
    String tree = exchange.write(source.tree(), deleteAll());
    TreeMap<String, String> expected = new TreeMap<>();
    for (int round = 0; round < 60; round++) {
      TreeMap<String, FileEdit> edits = new TreeMap<>();
      for (int i = 0; i < 5; i++) {
        String path = names.get(random.nextInt(8));
        for (int depth = random.nextInt(3); depth > 0; depth--) {
          path = "d" + path + "/" + names.get(random.nextInt(8));
        }
        boolean delete = random.nextInt(3) == 0;
        String text = "round " + round + "\n";
        edits.put(path, delete ? new FileEdit.Delete(path) : FileEdit.Write.text(path, text));
        if (delete) {
          expected.remove(path);
        } else {
          expected.put(path, text);
        }
      }
      tree = exchange.write(tree, List.copyOf(edits.values()));
    }
    TreeMap<String, String> actual = new TreeMap<>();
    for (TreeFile file : exchange.files(tree)) {
      actual.put(file.path(), exchange.read(tree, file.path(), 100).orElseThrow().text());
    }
    assertThat(actual).describedAs("seed %d", seed).isEqualTo(expected);
    PersonsRepository.run(temp.resolve("exchange/sample.git"), "fsck", "--full", "--strict");
  }

  private List<FileEdit> deleteAll() {
    List<FileEdit> edits = new ArrayList<>();
    exchange.files(source.tree()).forEach(file -> edits.add(new FileEdit.Delete(file.path())));
    return edits;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/etc/passwd",
        ".git/config",
        "sub/.GIT/hooks/pre-commit",
        "GIT~1/config",
        ".git /config",
        ".gi\u200ct/config",
        "a\\..\\b",
        "link/through.txt",
        "a.txt/below.txt",
        "link",
        "src"
      })
  void anUnsafePathIsNotWritten(String path) {
    assertThatThrownBy(() -> exchange.write(source.tree(), List.of(FileEdit.Write.text(path, "x"))))
        .isInstanceOf(UnsafeTreeException.class);
  }

  @Test
  void writtenTreesSurviveGarbageCollection() throws Exception {
    String tree = exchange.write(source.tree(), List.of(FileEdit.Write.text("x", "x\n")));
    String commit = exchange.commit(tree, source.commit(), "Say x", US, NOON);
    Path folder = temp.resolve("exchange/sample.git");

    PersonsRepository.run(folder, "gc", "-q", "--prune=now");

    assertThat(exchange.read(tree, "x", 10).orElseThrow().text()).isEqualTo("x\n");
    assertThat(exchange.treeOf(commit)).isEqualTo(tree);
  }

  @Test
  void aCommitIsMadeOfItsInputsOnly() throws Exception {
    String first = exchange.commit(source.tree(), source.commit(), "Fix\n\nNode n1", US, NOON);
    String again = exchange.commit(source.tree(), source.commit(), "Fix\n\nNode n1", US, NOON);

    assertThat(again).isEqualTo(first);
    String shown =
        PersonsRepository.run(
            temp.resolve("exchange/sample.git"), "show", "-s", "--format=%an|%ce|%aI|%B", first);
    assertThat(shown)
        .isEqualTo("Task Master|task-master@localhost|2026-01-02T12:00:00+00:00|Fix\n\nNode n1");
  }

  @Test
  void anIdentityCannotForgeHeaders() {
    assertThatThrownBy(() -> new Identity("x\nparent 0", "a@b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTaskBranchGoesForwardAndBack() {
    assertThat(exchange.branch("t-1")).isEmpty();
    String next = exchange.commit(source.tree(), source.commit(), "Next", US, NOON);

    exchange.resetBranch("t-1", source.commit());
    exchange.resetBranch("t-1", next);
    assertThat(exchange.branch("t-1")).contains(next);
    exchange.resetBranch("t-1", source.commit());

    assertThat(exchange.branch("t-1")).contains(source.commit());
    assertThatThrownBy(() -> exchange.resetBranch("../main", next))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDiffIsInGitsFormatAndApplies() throws Exception {
    String tree =
        exchange.write(
            source.tree(),
            List.of(
                FileEdit.Write.text("src/app.py", "def add(a, b):\n    return a + b\n"),
                FileEdit.Write.text("new.txt", "new\n")));

    String diff = exchange.diff(source.tree(), tree);

    assertThat(diff).contains("diff --git a/src/app.py b/src/app.py", "+    return a + b");
    Files.writeString(temp.resolve("x.patch"), diff);
    person.git("apply", "--index", temp.resolve("x.patch").toString());
    assertThat(person.git("write-tree")).isEqualTo(tree);
  }

  @Test
  void aLongDiffIsCutAndSaysSo() {
    String tree =
        exchange.write(
            source.tree(), List.of(FileEdit.Write.text("big.txt", "line\n".repeat(10_000))));

    String diff = exchange.diff(source.tree(), tree, 1_000);

    assertThat(diff).hasSizeLessThan(1_100).contains("longer than 1000 bytes");
  }

  @Test
  void readingTellsTextFromBinaryAndCutsLongFiles() {
    String tree =
        exchange.write(
            source.tree(),
            List.of(new FileEdit.Write("x.bin", new byte[] {1, 0, 2}, FileMode.REGULAR)));

    assertThat(exchange.read(tree, "x.bin", 10).orElseThrow().binary()).isTrue();
    FileText cut = exchange.read(tree, "src/app.py", 7).orElseThrow();
    assertThat(cut.text()).isEqualTo("def add");
    assertThat(cut.isCut()).isTrue();
    assertThat(cut.binary()).isFalse();
    assertThat(exchange.read(tree, "nowhere", 7)).isEmpty();
    assertThat(exchange.read(tree, "src", 7)).isEmpty();
    assertThat(exchange.read(tree, "", 7)).isEmpty();
  }

  @Test
  void theSourceTreeSeesFilesFoldersAndLinks() {
    SourceTree tree = exchange.sourceTree(source.tree());

    assertThat(tree.exists("src")).isTrue();
    assertThat(tree.exists("src/app.py")).isTrue();
    assertThat(tree.exists("src/none.py")).isFalse();
    assertThat(tree.exists("link/app.py")).isFalse();
    assertThat(tree.read("src")).isEmpty();
    assertThat(tree.read("link").orElseThrow().mode()).isEqualTo(FileMode.SYMLINK);
    assertThat(tree.list()).contains("a-b/c.txt", "a.txt", "a/b.txt", "link");
  }

  @Test
  void manyWorkersMayWriteAtOnce() throws Exception {
    List<Callable<String>> writers =
        IntStream.range(0, 24)
            .<Callable<String>>mapToObj(
                i ->
                    () -> {
                      try (var own = new ExchangeRepositories(temp.resolve("exchange"))) {
                        return own.open("sample")
                            .write(
                                source.tree(),
                                List.of(FileEdit.Write.text("f" + i % 6, "text " + i % 6)));
                      }
                    })
            .toList();
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<String> trees = new ArrayList<>();
      for (var written : pool.invokeAll(writers)) {
        trees.add(written.get());
      }
      assertThat(trees.stream().distinct()).hasSize(6);
    }
    PersonsRepository.run(temp.resolve("exchange/sample.git"), "fsck", "--full", "--strict");
  }

  @Test
  void aLockThatAKilledProcessLeftIsRemoved() throws Exception {
    Path lock = temp.resolve("exchange/sample.git/refs/heads/taskmaster/t-1.lock");
    Files.createDirectories(lock.getParent());
    Files.createFile(lock);
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(120)));

    exchange.resetBranch("t-1", source.commit());

    assertThat(exchange.branch("t-1")).contains(source.commit());
    assertThat(lock).doesNotExist();
  }

  @Test
  void aCheckoutHoldsTheFilesByteByByteAndGoesAway() throws Exception {
    person.write(".gitattributes", "* text eol=crlf filter=trap\n");
    Files.createSymbolicLink(person.folder().resolve("outside"), Path.of("../../etc"));
    Files.createSymbolicLink(person.folder().resolve("absolute"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(person.folder().resolve("detour"), Path.of("src/../../x"));
    person.commit("Traps");
    Source trapped = exchange.importHead(person.folder());
    Path parent = temp.resolve("checkouts");
    Path folder;

    try (var checkout = exchange.checkout(trapped.tree(), parent)) {
      folder = checkout.folder();
      assertThat(folder.resolve("src/app.py")).hasContent("def add(a, b):\n    return a - b\n");
      assertThat(Files.readSymbolicLink(folder.resolve("link"))).isEqualTo(Path.of("src"));
      assertThat(checkout.leftOut()).containsExactly("absolute", "detour", "outside");
      assertThat(folder.resolve("outside")).doesNotExist();
      assertThat(folder.resolve(".git")).doesNotExist();
      Files.createDirectories(folder.resolve("locked/inner"));
      Files.writeString(folder.resolve("locked/inner/file"), "x");
      assertThat(folder.resolve("locked").toFile().setWritable(false)).isTrue();
    }

    assertThat(folder).doesNotExist();
    assertThat(temp.resolve("person/src/app.py")).exists();
  }

  @Test
  void aSnapshotTakesOverWhatWasDeclaredAndNamesTheRest() throws Exception {
    person.write(".gitignore", "target/\n*.log\n");
    person.commit("Ignore");
    Source start = exchange.importHead(person.folder());
    try (var checkout = exchange.checkout(start.tree(), temp.resolve("checkouts"))) {
      Path folder = checkout.folder();
      Files.writeString(folder.resolve("src/app.py"), "generated\n");
      Files.writeString(folder.resolve("src/run.log"), "ignored\n");
      Files.createDirectories(folder.resolve("target"));
      Files.writeString(folder.resolve("target/app.class"), "ignored\n");
      Files.writeString(folder.resolve("README.md"), "vandalised\n");
      Files.delete(folder.resolve("a.txt"));
      Files.createSymbolicLink(folder.resolve("src/evil"), Path.of("/etc/passwd"));
      Files.createDirectories(folder.resolve("src/.git/hooks"));
      Files.writeString(folder.resolve("src/.git/hooks/pre-commit"), "evil\n");

      var snapshot = exchange.snapshot(folder, start.tree(), List.of("src/"));

      assertThat(snapshot.changed()).containsExactly("src/app.py");
      assertThat(snapshot.leftOut()).containsExactly("README.md", "a.txt", "src/.git/", "src/evil");
      assertThat(exchange.read(snapshot.tree(), "src/app.py", 100).orElseThrow().text())
          .isEqualTo("generated\n");
      assertThat(exchange.read(snapshot.tree(), "README.md", 100).orElseThrow().text())
          .isEqualTo("# Sample\n");
      assertThat(exchange.snapshot(folder, start.tree(), List.of(".")).changed())
          .containsExactly("README.md", "a.txt", "src/app.py");
    }
  }

  @Test
  void anUntouchedCheckoutIsTheSameTree() throws Exception {
    try (var checkout = exchange.checkout(source.tree(), temp.resolve("checkouts"))) {
      var snapshot = exchange.snapshot(checkout.folder(), source.tree(), List.of("."));

      assertThat(snapshot.tree()).isEqualTo(source.tree());
      assertThat(snapshot.changed()).isEmpty();
      assertThat(snapshot.leftOut()).isEmpty();
    }
  }
}
