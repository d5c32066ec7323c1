package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.executor.testing.SampleProject;
import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.testing.Orders;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyChangeTest {
  @TempDir private Path folder;
  private SampleProject project;
  private ApplyChange node;
  private WorkOrder.Files start;

  @BeforeEach
  void open() {
    project =
        new SampleProject(folder)
            .file("unix.txt", "one\ntwo\nthree\n")
            .file("dos.txt", "one\r\ntwo\r\nthree");
    project.commit("start");
    start = project.imported();
    node = new ApplyChange(project.files, project.files, PatchEngine.standard(), project.inputs);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private static String replaceTwo(String file, String by) {
    return "--- a/%1$s\n+++ b/%1$s\n@@ -1,3 +1,3 @@\n one\n-two\n+%2$s\n three\n"
        .formatted(file, by);
  }

  private Orders order(WorkOrder.Files state, String diff) {
    return project
        .order(NodeKind.APPLY_CHANGE, state)
        .node("/Task/FixApply")
        .description("Count better.")
        .says("goal", "Say 2 for two")
        .input(project.change(diff));
  }

  private NodeResult.Tree apply(WorkOrder order) throws Exception {
    var outcome = node.work(order, SampleProject.attempt(order));
    assertThat(outcome).isInstanceOf(NodeOutcome.Done.class);
    return (NodeResult.Tree) ((NodeOutcome.Done) outcome).result();
  }

  private String content(NodeResult.Tree tree, String path) {
    return project.exchange.read(tree.tree().value(), path, 10_000).orElseThrow().text();
  }

  private static WorkOrder.Files after(WorkOrder.Files before, NodeResult.Tree tree) {
    return new WorkOrder.Files(before.baseCommit(), before.baseTree(), tree.tree(), tree.commit());
  }

  @Test
  void aChangeBecomesOneCommitOnTheTasksBranchThatNamesTaskAndNode() throws Exception {
    var tree = apply(order(start, replaceTwo("unix.txt", "2")).build());

    assertThat(content(tree, "unix.txt")).isEqualTo("one\n2\nthree\n");
    assertThat(tree.paths()).containsExactly("unix.txt");
    assertThat(project.exchange.branch(Orders.TASK.value())).contains(tree.commit().value());
    try (var git =
            org.eclipse.jgit.api.Git.open(project.exchangeDir.resolve("sample.git").toFile());
        var walk = new org.eclipse.jgit.revwalk.RevWalk(git.getRepository())) {
      var commit = walk.parseCommit(git.getRepository().resolve(tree.commit().value()));
      assertThat(commit.getFullMessage())
          .isEqualTo(
              """
              Say 2 for two

              For: Count better.

              Task: %s
              Node: /Task/FixApply
              """
                  .formatted(Orders.TASK));
      assertThat(commit.getParent(0).name()).isEqualTo(start.commit().value());
    }
  }

  @Test
  void theEndingsOfLinesAreKept() throws Exception {
    var tree = apply(order(start, replaceTwo("dos.txt", "2")).build());

    assertThat(content(tree, "dos.txt")).isEqualTo("one\r\n2\r\nthree");
  }

  @Test
  void applyingAgainGivesTheSameTreeOnTheSameStart() throws Exception {
    var order = order(start, replaceTwo("unix.txt", "2")).build();

    var first = apply(order);
    var second = apply(order);

    assertThat(second.tree()).isEqualTo(first.tree());
    assertThat(second.hash()).isEqualTo(first.hash());
    assertThat(project.exchange.branch(Orders.TASK.value())).contains(second.commit().value());
  }

  @Test
  void aNewRoundReallyStartsFromTheLastCleanTree() throws Exception {
    var bad = apply(order(start, replaceTwo("unix.txt", "bad")).build());
    var good = apply(order(start, replaceTwo("unix.txt", "good")).build());

    assertThat(content(good, "unix.txt")).isEqualTo("one\ngood\nthree\n");
    assertThat(project.exchange.branch(Orders.TASK.value()))
        .contains(good.commit().value())
        .isNotEqualTo(bad.commit().value());
  }

  @Test
  void changesFollowOneAnotherAsAChainOfCommits() throws Exception {
    var first = apply(order(start, replaceTwo("unix.txt", "2")).build());
    var second = apply(order(after(start, first), replaceTwo("dos.txt", "2")).build());

    assertThat(content(second, "unix.txt")).isEqualTo("one\n2\nthree\n");
    assertThat(project.exchange.treeOf(first.commit().value())).isEqualTo(first.tree().value());
    try (var git =
            org.eclipse.jgit.api.Git.open(project.exchangeDir.resolve("sample.git").toFile());
        var walk = new org.eclipse.jgit.revwalk.RevWalk(git.getRepository())) {
      var commit = walk.parseCommit(git.getRepository().resolve(second.commit().value()));
      assertThat(commit.getParent(0).name()).isEqualTo(first.commit().value());
    }
  }

  @Test
  void aTreeFoundInAnotherTasksCommitIsCarriedByACommitOfThisTask() throws Exception {
    var other =
        apply(
            order(start, replaceTwo("unix.txt", "2"))
                .task(new TaskId("t-01JD0000000000000000000001"))
                .build());

    var ours = apply(order(after(start, other), replaceTwo("dos.txt", "2")).build());

    try (var git =
            org.eclipse.jgit.api.Git.open(project.exchangeDir.resolve("sample.git").toFile());
        var walk = new org.eclipse.jgit.revwalk.RevWalk(git.getRepository())) {
      var commit = walk.parseCommit(git.getRepository().resolve(ours.commit().value()));
      var carrier = walk.parseCommit(commit.getParent(0));
      assertThat(carrier.getFullMessage()).contains("Task: " + Orders.TASK);
      assertThat(carrier.getParent(0).name()).isEqualTo(start.baseCommit().value());
      assertThat(carrier.getTree().name()).isEqualTo(other.tree().value());
    }
  }

  @Test
  void aChangeThatDoesNotFitIsAFaultOfTheInputsWithFindings() throws Exception {
    var order = order(start, replaceTwo("unix.txt", "2").replace("-two", "-deux")).build();

    assertThat(node.work(order, SampleProject.attempt(order)))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> {
              assertThat(failed.fault()).isEqualTo(FaultKind.INPUT);
              assertThat(failed.message()).contains("unix.txt");
              assertThat(failed.findings().getFirst().file()).isEqualTo("unix.txt");
            });
    assertThat(project.exchange.branch(Orders.TASK.value())).isEmpty();
  }

  @Test
  void withoutExactlyOneChangeThereIsNothingToApply() throws Exception {
    var none = project.order(NodeKind.APPLY_CHANGE, start).build();

    assertThat(node.work(none, SampleProject.attempt(none)))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> assertThat(failed.message()).contains("0 changes", "exactly one"));
  }
}
