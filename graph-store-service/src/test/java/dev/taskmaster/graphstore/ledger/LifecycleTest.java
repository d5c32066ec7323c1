package dev.taskmaster.graphstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.graphstore.ledger.Transitions.NodeRow;
import dev.taskmaster.graphstore.ledger.Transitions.TaskRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  @Test
  void theDiagramIsDrawnFromTheTable() throws Exception {
    var document = document();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(document, LifecycleDiagram.markdown());
    }
    assertThat(document)
        .as("write it with -Ddocs.write=true")
        .content()
        .isEqualTo(LifecycleDiagram.markdown());
  }

  private static Path document() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docs/adr"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/lifecycle.md");
  }

  @Test
  void fromAStateAStepLeadsToOneState() {
    assertThat(
            new HashSet<>(Transitions.NODES.stream().map(r -> r.from() + "" + r.step()).toList()))
        .hasSameSizeAs(Transitions.NODES);
    assertThat(
            new HashSet<>(Transitions.TASKS.stream().map(r -> r.from() + "" + r.step()).toList()))
        .hasSameSizeAs(Transitions.TASKS);
  }

  @Test
  void noTaskLeavesACommit() {
    assertThat(Transitions.TASKS)
        .filteredOn(row -> row.from().terminal())
        .allMatch(row -> row.step() == TaskStep.REOPENED)
        .noneMatch(row -> row.from().wireName().startsWith("com"));
  }

  /** Every row of the table is walked by a task somebody could have: none is there for nothing. */
  @Test
  void everyTransitionIsVisited() {
    var journal = new ArrayList<>(EveryTransition.play());
    journal.addAll(amendedWhileItsPlanWasInReview());
    var nodes =
        journal.stream()
            .filter(JournalEvent.NodeMoved.class::isInstance)
            .map(JournalEvent.NodeMoved.class::cast)
            .map(moved -> moved.from() + " to " + moved.to())
            .collect(Collectors.toSet());
    var tasks =
        journal.stream()
            .filter(JournalEvent.TaskMoved.class::isInstance)
            .map(JournalEvent.TaskMoved.class::cast)
            .map(moved -> moved.from() + " to " + moved.to())
            .collect(Collectors.toSet());
    assertThat(missingNodes(nodes)).isEmpty();
    assertThat(missingTasks(tasks)).isEmpty();
  }

  /** A seed of random inputs that found a plan in review while an input had to be corrected. */
  private static List<JournalEvent> amendedWhileItsPlanWasInReview() {
    var task = new RandomTask(8613782214558343950L);
    for (int step = 0; step < 80; step++) {
      task.step();
    }
    return task.journal();
  }

  private static List<NodeRow> missingNodes(java.util.Set<String> seen) {
    return Transitions.NODES.stream()
        .filter(row -> !seen.contains(row.from() + " to " + row.to()))
        .toList();
  }

  private static List<TaskRow> missingTasks(java.util.Set<String> seen) {
    return Transitions.TASKS.stream()
        .filter(row -> !seen.contains(row.from() + " to " + row.to()))
        .toList();
  }
}
