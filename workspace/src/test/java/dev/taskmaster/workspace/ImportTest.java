package dev.taskmaster.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.workspace.UnusableRepositoryException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  @TempDir Path temp;
  private ExchangeRepositories repositories;
  private ExchangeRepository exchange;

  @BeforeEach
  void open() {
    repositories = new ExchangeRepositories(temp.resolve("exchange"));
    exchange = repositories.open("sample");
  }

  @AfterEach
  void close() {
    repositories.close();
  }

  @Test
  void headIsCopiedWithItsTree() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));

    Source source = exchange.importHead(person.folder());

    assertThat(source.commit()).isEqualTo(person.git("rev-parse", "HEAD"));
    assertThat(source.tree()).isEqualTo(person.git("rev-parse", "HEAD^{tree}"));
    assertThat(source.branch()).contains("main");
    assertThat(source.defaultTarget()).contains("main");
    assertThat(source.dirty().isClean()).isTrue();
    assertThat(exchange.files(source.tree()).stream().map(TreeFile::path))
        .containsExactly("README.md", "src/app.py");
    assertThat(exchange.read(source.tree(), "src/app.py", 100).orElseThrow().text())
        .isEqualTo("def add(a, b):\n    return a - b\n");
  }

  @Test
  void nothingThePersonDoesLaterBreaksIt() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    person.git("checkout", "-q", "-b", "gone");
    person.write("only-here.txt", "precious\n");
    person.commit("Short-lived");
    Source source = exchange.importHead(person.folder());

    person.git("checkout", "-q", "main");
    person.git("branch", "-q", "-D", "gone");
    person.git("reflog", "expire", "--expire=now", "--all");
    person.git("gc", "-q", "--prune=now");
    Folders.delete(person.folder());

    assertThat(exchange.read(source.tree(), "only-here.txt", 100).orElseThrow().text())
        .isEqualTo("precious\n");
    Path folder = temp.resolve("exchange/sample.git");
    PersonsRepository.run(folder, "fsck", "--full", "--strict");
    PersonsRepository.run(folder, "gc", "-q", "--prune=now");
    assertThat(PersonsRepository.run(folder, "cat-file", "-p", source.commit() + ":only-here.txt"))
        .isEqualTo("precious");
    assertThat(folder.resolve("objects/info/alternates")).doesNotExist();
  }

  @Test
  void aSecondImportCopiesOnlyWhatIsNew() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    for (int i = 0; i < 200; i++) {
      person.write("data/file" + i + ".txt", "content " + i + "\n");
    }
    person.commit("Much");
    exchange.importHead(person.folder());
    long before = size(temp.resolve("exchange/sample.git/objects"));
    person.write("data/file7.txt", "changed\n");
    person.commit("Little");

    Source source = exchange.importHead(person.folder());

    assertThat(exchange.files(source.tree())).hasSize(202);
    long grown = size(temp.resolve("exchange/sample.git/objects")) - before;
    // One blob, two trees and one commit in a pack: the tree of 200 entries is most of it.
    assertThat(grown).isPositive().isLessThan(12_000);
    exchange.importHead(person.folder());
    assertThat(size(temp.resolve("exchange/sample.git/objects")) - before).isEqualTo(grown);
  }

  @Test
  void aPackedRepositoryWithAnAlternateIsCopiedWhole() throws Exception {
    PersonsRepository origin = PersonsRepository.withOneCommit(temp.resolve("origin"));
    origin.git("gc", "-q");
    PersonsRepository.run(temp, "clone", "-q", "--shared", origin.folder().toString(), "person");

    Source source = exchange.importHead(temp.resolve("person"));
    Folders.delete(origin.folder());

    assertThat(exchange.read(source.tree(), "README.md", 100).orElseThrow().text())
        .isEqualTo("# Sample\n");
  }

  @Test
  void aDetachedHeadWorks() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    person.git("checkout", "-q", "--detach");

    Source source = exchange.importHead(person.folder());

    assertThat(source.branch()).isEmpty();
    assertThat(source.defaultTarget()).isEmpty();
    assertThat(exchange.files(source.tree())).hasSize(2);
  }

  @Test
  void aLinkedWorkTreeWorksFromItsOwnHead() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    Path linked = temp.resolve("linked");
    person.git("worktree", "add", "-q", "-b", "side", linked.toString());
    Files.writeString(linked.resolve("side.txt"), "side\n");
    PersonsRepository.run(linked, "add", "-A");
    PersonsRepository.run(linked, "commit", "-q", "-m", "Side");

    Source source = exchange.importHead(linked);

    assertThat(source.branch()).contains("side");
    assertThat(source.dirty().isClean()).isTrue();
    assertThat(exchange.read(source.tree(), "side.txt", 100)).isPresent();
  }

  @Test
  void whatIsNotCommittedIsNamedAndTheIndexIsNotTouched() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    person.write(".gitignore", "*.log\nbuild/\n").write("kept.txt", "kept\n");
    person.write("gone.txt", "gone\n");
    person.commit("More");
    person.write("staged.txt", "staged\n");
    person.git("add", "staged.txt");
    person.write("src/app.py", "changed\n");
    person.write("new.txt", "new\n").write("folder/inner.txt", "new\n");
    person.write("noise.log", "ignored\n").write("build/out.bin", "ignored\n");
    Files.delete(person.folder().resolve("gone.txt"));
    // Same content, other time stamp: git would refresh the index here, we must not.
    Files.writeString(person.folder().resolve("kept.txt"), "kept\n");
    byte[] index = Files.readAllBytes(person.folder().resolve(".git/index"));
    var touched = Files.getLastModifiedTime(person.folder().resolve(".git/index"));

    Source source = exchange.importHead(person.folder());

    assertThat(source.dirty().paths())
        .containsExactly("folder/", "gone.txt", "new.txt", "src/app.py", "staged.txt");
    assertThat(source.dirty().total()).isEqualTo(5);
    assertThat(Files.readAllBytes(person.folder().resolve(".git/index"))).isEqualTo(index);
    assertThat(Files.getLastModifiedTime(person.folder().resolve(".git/index"))).isEqualTo(touched);
    assertThat(exchange.read(source.tree(), "src/app.py", 100).orElseThrow().text())
        .startsWith("def add");
  }

  @Test
  void aChangedModeAndAChangedLinkAreDirty() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    Files.createSymbolicLink(person.folder().resolve("link"), Path.of("README.md"));
    person.write("run.sh", "#!/bin/sh\n");
    person.commit("More");
    assertThat(exchange.importHead(person.folder()).dirty().isClean()).isTrue();

    assertThat(person.folder().resolve("run.sh").toFile().setExecutable(true)).isTrue();
    Files.delete(person.folder().resolve("link"));
    Files.createSymbolicLink(person.folder().resolve("link"), Path.of("src"));

    assertThat(exchange.importHead(person.folder()).dirty().paths())
        .containsExactly("link", "run.sh");
  }

  @Test
  void manyDirtyPathsAreCountedAndOnlySomeNamed() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    for (int i : IntStream.range(0, 120).toArray()) {
      person.write("new%03d.txt".formatted(i), "new\n");
    }

    DirtyPaths dirty = exchange.importHead(person.folder()).dirty();

    assertThat(dirty.total()).isEqualTo(120);
    assertThat(dirty.paths()).hasSize(50).startsWith("new000.txt");
  }

  @Test
  void nothingOfTheRepositoryIsRun() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    person.write(".gitattributes", "* filter=trap diff=trap text eol=crlf\n");
    person.commit("Attributes");
    Path mark = person.plantTraps();
    person.write("src/app.py", "changed\n");

    Source source = exchange.importHead(person.folder());

    assertThat(mark).doesNotExist();
    assertThat(source.dirty().paths()).containsExactly("src/app.py");
    assertThat(exchange.read(source.tree(), "README.md", 100).orElseThrow().text())
        .isEqualTo("# Sample\n");
  }

  @Test
  void anUnknownPathIsNamed() {
    assertUnusable(temp.resolve("nowhere"), Kind.UNKNOWN_PATH, "does not exist");
  }

  @Test
  void aFileIsNoRepository() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertUnusable(file, Kind.NOT_A_DIRECTORY, "not a folder");
  }

  @Test
  void aPlainFolderIsNoRepository() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("plain"));
    assertUnusable(folder, Kind.NOT_A_GIT_REPOSITORY, "git init");
  }

  @Test
  void aFolderInsideOfARepositoryNamesTheRepository() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    assertUnusable(
        person.folder().resolve("src"),
        Kind.NOT_A_GIT_REPOSITORY,
        "inside of one, " + person.folder());
  }

  @Test
  void aBareRepositoryIsRefused() throws Exception {
    PersonsRepository.run(temp, "init", "-q", "--bare", "bare.git");
    assertUnusable(temp.resolve("bare.git"), Kind.BARE, "clone");
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    person.git("config", "core.bare", "true");
    assertUnusable(person.folder(), Kind.BARE, "clone");
  }

  @Test
  void aRepositoryWithoutACommitIsRefused() throws Exception {
    PersonsRepository.at(temp.resolve("empty"));
    assertUnusable(temp.resolve("empty"), Kind.NO_COMMIT, "commit something first");
  }

  @Test
  void theNewObjectFormatIsRefused() throws Exception {
    PersonsRepository.run(temp, "init", "-q", "--object-format=sha256", "sha256");
    assertUnusable(temp.resolve("sha256"), Kind.UNSUPPORTED_FORMAT, "SHA-256");
  }

  @Test
  void aGitFileThatLeadsNowhereIsSaid() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("broken"));
    Files.writeString(folder.resolve(".git"), "gitdir: ../gone\n");
    assertUnusable(folder, Kind.NOT_A_GIT_REPOSITORY, "leads nowhere");
  }

  @Test
  void aDamagedRepositoryIsSaidNotGuessed() throws Exception {
    PersonsRepository person = PersonsRepository.withOneCommit(temp.resolve("person"));
    String blob = person.git("rev-parse", "HEAD:README.md");
    Files.delete(
        person
            .folder()
            .resolve(".git/objects")
            .resolve(blob.substring(0, 2))
            .resolve(blob.substring(2)));

    assertThatThrownBy(() -> exchange.importHead(person.folder()))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining("git fsck");
  }

  @Test
  void aProjectIdCannotLeaveTheFolder() {
    for (String id : List.of("../x", "a/b", "", ".git", "x".repeat(200), "a\u0000b")) {
      assertThatThrownBy(() -> repositories.open(id)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void assertUnusable(Path path, Kind kind, String said) {
    assertThatThrownBy(() -> exchange.importHead(path))
        .isInstanceOfSatisfying(
            UnusableRepositoryException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining(path.toString())
        .hasMessageContaining(said);
  }

  private static long size(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }
}
