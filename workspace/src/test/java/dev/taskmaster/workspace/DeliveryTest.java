package dev.taskmaster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.workspace.DeliveryOutcome.AlreadyDelivered;
import dev.taskmaster.workspace.DeliveryOutcome.Delivered;
import dev.taskmaster.workspace.DeliveryOutcome.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
  private static final Identity US = new Identity("Task Master", "task-master@localhost");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir Path temp;
  private ExchangeRepositories repositories;
  private ExchangeRepository exchange;
  private PersonsRepository person;
  private String commit;

  @BeforeEach
  void makeTwoCommits() throws Exception {
    repositories = new ExchangeRepositories(temp.resolve("exchange"));
    exchange = repositories.open("sample");
    person = PersonsRepository.withOneCommit(temp.resolve("person"));
    Source source = exchange.importHead(person.folder());
    String fixed =
        exchange.write(
            source.tree(),
            List.of(FileEdit.Write.text("src/app.py", "def add(a, b):\n    return a + b\n")));
    String first = exchange.commit(fixed, source.commit(), "Fix add", US, NOON);
    String tested =
        exchange.write(fixed, List.of(FileEdit.Write.text("tests/test_app.py", "assert True\n")));
    commit = exchange.commit(tested, first, "Test add", US, NOON);
  }

  @AfterEach
  void close() {
    repositories.close();
  }

  @Test
  void aBranchAppearsAndNothingElseChanges() throws Exception {
    Path mark = person.plantTraps();
    byte[] index = Files.readAllBytes(person.folder().resolve(".git/index"));
    String head = Files.readString(person.folder().resolve(".git/HEAD"));
    String main = person.git("rev-parse", "main");

    DeliveryOutcome outcome = deliver(Delivery.branch());

    assertThat(outcome).isEqualTo(new Delivered("taskmaster/t1", commit, "created"));
    assertThat(mark).doesNotExist();
    assertThat(Files.readAllBytes(person.folder().resolve(".git/index"))).isEqualTo(index);
    assertThat(Files.readString(person.folder().resolve(".git/HEAD"))).isEqualTo(head);
    assertThat(person.folder().resolve("tests")).doesNotExist();
    assertThat(person.git("rev-parse", "main")).isEqualTo(main);
    assertThat(person.git("rev-parse", "taskmaster/t1")).isEqualTo(commit);
    person.git("fsck", "--full", "--strict");
    assertThat(person.git("log", "--format=%s", "taskmaster/t1"))
        .isEqualTo("Test add\nFix add\nFirst");
  }

  @Test
  void deliveringAgainChangesNothing() throws Exception {
    deliver(Delivery.branch("fix"));

    assertThat(deliver(Delivery.branch("fix"))).isEqualTo(new AlreadyDelivered("fix", commit));
  }

  @Test
  void aBranchThatIsSomewhereElseIsLeftAlone() throws Exception {
    person.git("branch", "fix");
    String before = person.git("rev-parse", "fix");

    assertThat(deliver(Delivery.branch("fix")))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.problem()).contains("fix exists already"));
    assertThat(person.git("rev-parse", "fix")).isEqualTo(before);
  }

  @Test
  void aBranchInTheWayIsNamed() throws Exception {
    person.git("branch", "taskmaster");

    assertThat(deliver(Delivery.branch()))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.problem()).contains("could not be created"));
  }

  @Test
  void anImpossibleBranchNameIsRefused() throws Exception {
    for (String name : List.of("a..b", "-x", "a b", "", "x.lock", "../../HEAD")) {
      assertThat(deliver(Delivery.branch(name)))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.problem()).contains("no valid branch name"));
    }
  }

  @Test
  void aMergeIntoABranchNobodyIsOnFastForwards() throws Exception {
    person.git("checkout", "-q", "-b", "work");

    assertThat(deliver(Delivery.merge("main")))
        .isEqualTo(new Delivered("main", commit, "fast-forwarded"));
    assertThat(person.git("rev-parse", "main")).isEqualTo(commit);
    assertThat(deliver(Delivery.merge("main"))).isEqualTo(new AlreadyDelivered("main", commit));
  }

  @Test
  void aMergeIntoABranchThatMovedMakesAMergeCommit() throws Exception {
    person.write("other.txt", "other\n");
    String other = person.commit("Other work");
    person.git("checkout", "-q", "-b", "work");
    Path mark = person.plantTraps();

    DeliveryOutcome outcome = deliver(Delivery.merge("main"));

    assertThat(outcome)
        .isInstanceOfSatisfying(Delivered.class, d -> assertThat(d.how()).isEqualTo("merged"));
    assertThat(mark).doesNotExist();
    assertThat(person.git("rev-parse", "main^1")).isEqualTo(other);
    assertThat(person.git("rev-parse", "main^2")).isEqualTo(commit);
    assertThat(person.git("ls-tree", "-r", "--name-only", "main").lines())
        .containsExactly("README.md", "other.txt", "src/app.py", "tests/test_app.py");
    assertThat(deliver(Delivery.merge("main"))).isInstanceOf(AlreadyDelivered.class);
    person.git("fsck", "--full", "--strict");
  }

  @Test
  void aConflictLeavesTheTargetAloneAndTheWorkOnABranch() throws Exception {
    person.write("src/app.py", "def add(a, b):\n    return sum([a, b])\n");
    String other = person.commit("Other fix");
    person.git("checkout", "-q", "-b", "work");

    assertThat(deliver(Delivery.merge("main")))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> {
              assertThat(r.branch()).isEqualTo("taskmaster/t1");
              assertThat(r.problem()).contains("conflicts", "git merge taskmaster/t1");
            });
    assertThat(person.git("rev-parse", "main")).isEqualTo(other);
    assertThat(person.git("rev-parse", "taskmaster/t1")).isEqualTo(commit);
  }

  @Test
  void aCheckedOutTargetIsLeftAlone() throws Exception {
    String before = person.git("rev-parse", "main");

    assertThat(deliver(Delivery.merge("main")))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.problem()).contains("main is checked out"));
    assertThat(person.git("rev-parse", "main")).isEqualTo(before);
    assertThat(person.git("status", "--porcelain")).isEmpty();
    assertThat(person.git("rev-parse", "taskmaster/t1")).isEqualTo(commit);
  }

  @Test
  void aTargetCheckedOutInALinkedWorkTreeIsLeftAlone() throws Exception {
    person.git("checkout", "-q", "-b", "work");
    person.git("worktree", "add", "-q", temp.resolve("linked").toString(), "main");

    assertThat(deliver(Delivery.merge("main")))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.problem()).contains("checked out"));
  }

  @Test
  void aMissingTargetIsNamed() throws Exception {
    assertThat(deliver(Delivery.merge("release")))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> {
              assertThat(r.problem()).contains("no branch release");
              assertThat(r.branch()).isEqualTo("taskmaster/t1");
            });
  }

  @Test
  void aRepositoryThatLostTheBaseIsNotGivenABrokenHistory() throws Exception {
    Folders.delete(person.folder());
    PersonsRepository other = PersonsRepository.at(person.folder());
    other.write("x", "x\n");
    other.commit("Another history");

    assertThat(deliver(Delivery.branch()))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.problem()).contains("no longer in the repository"));
    other.git("fsck", "--full", "--strict");
  }

  private DeliveryOutcome deliver(Delivery delivery) {
    return exchange.deliver(person.folder(), commit, delivery, "t1", US);
  }
}
