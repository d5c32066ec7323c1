package dev.taskmaster.executor.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.executor.testing.SampleProject;
import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.testing.Orders;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries into a real repository of a person. */
class DeliverTest {
  private static final String CHANGE =
      "--- a/unix.txt\n+++ b/unix.txt\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n";
  private static final String OWN = "taskmaster/" + Orders.TASK;

  @TempDir private Path folder;
  private SampleProject project;
  private WorkOrder.Files start;

  @BeforeEach
  void open() {
    project = new SampleProject(folder).file("unix.txt", "one\ntwo\nthree\n");
    project.commit("start");
    start = project.imported();
  }

  @AfterEach
  void close() {
    project.close();
  }

  private WorkOrder.Files changed() throws Exception {
    return changed(Orders.TASK);
  }

  private WorkOrder.Files changed(TaskId task) throws Exception {
    var order =
        project
            .order(NodeKind.APPLY_CHANGE, start)
            .task(task)
            .says("goal", "Say 2")
            .input(project.change(CHANGE))
            .build();
    var outcome =
        new ApplyChange(project.files, project.files, PatchEngine.standard(), project.inputs)
            .work(order, SampleProject.attempt(order));
    var tree = (NodeResult.Tree) ((NodeOutcome.Done) outcome).result();
    return new WorkOrder.Files(start.baseCommit(), start.baseTree(), tree.tree(), tree.commit());
  }

  private NodeOutcome deliver(WorkOrder order) throws Exception {
    return new Deliver(project.files).work(order, SampleProject.attempt(order));
  }

  private NodeResult.Delivery delivered(WorkOrder order) throws Exception {
    var outcome = deliver(order);
    assertThat(outcome).isInstanceOf(NodeOutcome.Done.class);
    return (NodeResult.Delivery) ((NodeOutcome.Done) outcome).result();
  }

  private String tip(String branch) throws Exception {
    var id = project.git().getRepository().resolve("refs/heads/" + branch);
    return id == null ? "" : id.name();
  }

  private static TaskOptions target(String branch) {
    return new TaskOptions(null, null, null, null, null, null, branch, false, false, "auto");
  }

  @Test
  void theWorkArrivesOnABranchOfItsOwnAndNothingElseIsTouched() throws Exception {
    var files = changed();

    var delivery = delivered(project.order(NodeKind.DELIVER, files).build());

    assertThat(delivery.branch()).isEqualTo(OWN);
    assertThat(delivery.commit()).isEqualTo(files.commit());
    assertThat(delivery.kind()).isEqualTo("branch");
    assertThat(tip(OWN)).isEqualTo(files.commit().value());
    assertThat(project.log(OWN)).hasSize(2).first().asString().startsWith("Say 2");
    assertThat(tip("main")).isEqualTo(start.commit().value());
    assertThat(Files.readString(project.person.resolve("unix.txt"))).isEqualTo("one\ntwo\nthree\n");
    assertThat(project.git().status().call().isClean()).isTrue();
  }

  @Test
  void deliveringAgainFindsTheEffect() throws Exception {
    var order = project.order(NodeKind.DELIVER, changed()).build();

    var first = delivered(order);
    var second = delivered(order);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void aBranchOfThatNameWithOtherWorkIsNotOverwritten() throws Exception {
    project.git().branchCreate().setName(OWN).call();

    assertThat(deliver(project.order(NodeKind.DELIVER, changed()).build()))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> {
              assertThat(failed.fault()).isEqualTo(FaultKind.CONFIGURATION);
              assertThat(failed.message()).contains("not delivered", OWN, "exists");
            });
    assertThat(tip(OWN)).isEqualTo(start.commit().value());
  }

  @Test
  void aMergeMovesTheBranchTheProjectNames() throws Exception {
    project.git().branchCreate().setName("release").call();
    var files = changed();

    var delivery =
        delivered(
            project
                .order(NodeKind.DELIVER, files)
                .project(project.snapshot("merge", "release"))
                .build());

    assertThat(delivery.branch()).isEqualTo("release");
    assertThat(delivery.kind()).isEqualTo("merge");
    assertThat(tip("release")).isEqualTo(files.commit().value());
  }

  @Test
  void aMergeIntoTheBranchThatIsCheckedOutKeepsTheWorkOnItsOwnAndSaysHowToGoOn() throws Exception {
    var files = changed();

    assertThat(
            deliver(
                project
                    .order(NodeKind.DELIVER, files)
                    .project(project.snapshot("merge", null))
                    .build()))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> assertThat(failed.message()).contains("main", "checked out", OWN));
    assertThat(tip(OWN)).isEqualTo(files.commit().value());
    assertThat(tip("main")).isEqualTo(start.commit().value());
  }

  @Test
  void aTargetThatDoesNotExistIsMadeAndOneThatDoesTakesAMerge() throws Exception {
    var files = changed();
    var order = project.order(NodeKind.DELIVER, files);

    assertThat(delivered(order.options(target("fresh")).build()).branch()).isEqualTo("fresh");
    assertThat(tip("fresh")).isEqualTo(files.commit().value());

    project.git().branchCreate().setName("old").call();
    assertThat(delivered(order.options(target("old")).build()).branch()).isEqualTo("old");
    assertThat(tip("old")).isEqualTo(files.commit().value());
  }

  @Test
  void aTargetThatIsNoBranchNameIsNamed() throws Exception {
    assertThat(
            deliver(project.order(NodeKind.DELIVER, changed()).options(target("no..good")).build()))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> assertThat(failed.message()).contains("no..good", "--target"));
  }

  @Test
  void aTaskThatChangedNothingIsNotDelivered() throws Exception {
    assertThat(deliver(project.order(NodeKind.DELIVER, start).build()))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> assertThat(failed.message()).contains("changed no file"));
  }

  @Test
  void aTreeFoundInAnotherTasksCommitIsDeliveredAsACommitOfThisTask() throws Exception {
    var foreign = changed(new TaskId("t-01JD0000000000000000000001"));
    var order =
        project.order(NodeKind.DELIVER, foreign).description("Count better.\nAnd more.").build();

    var delivery = delivered(order);

    assertThat(delivery.commit()).isNotEqualTo(foreign.commit());
    assertThat(project.log(OWN))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Count better.\n")
        .contains("Task: " + Orders.TASK);
    assertThat(delivered(order).branch()).as("again").isEqualTo(OWN);
  }

  @Test
  void aRepositoryThatIsGoneIsAClearFailure() throws Exception {
    var snapshot =
        Orders.project(
            folder.resolve("gone").toString(),
            "",
            "",
            new dev.taskmaster.events.ProjectSnapshot.Delivery("branch", null));

    assertThat(deliver(project.order(NodeKind.DELIVER, changed()).project(snapshot).build()))
        .isInstanceOfSatisfying(
            NodeOutcome.Failed.class,
            failed -> assertThat(failed.message()).contains("gone", "does not exist"));
  }
}
