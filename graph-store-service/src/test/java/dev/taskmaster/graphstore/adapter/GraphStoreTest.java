package dev.taskmaster.graphstore.adapter;

import static dev.taskmaster.graphstore.adapter.StoreUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.ledger.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphStoreTest {
  @TempDir Path folder;
  private StoreUnderTest store;

  @BeforeEach
  void start() throws Exception {
    store = new StoreUnderTest(folder).start();
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
  }

  @Test
  void aTaskIsPlannedDoneReviewedAndDelivered() throws Exception {
    var submitted =
        Samples.submitted(Samples.project("acme-" + store.name, null, 3), TaskOptions.none());
    var id = submitted.task().value();
    try (var workers = new Workers(store, "worker-a", Workers.small(store, Samples.FIX_PLAN))) {
      store.send(Topics.TASKS, submitted);
      await("the task is known", () -> store.task(id) != null);
      await("the task is committed", () -> store.task(id).record().state() == TaskState.COMMITTED);
      assertThat(workers.granted)
          .extracting(order -> order.node().name())
          .containsExactly("Plan", "Ctx_main", "Fix", "FixApply", "Review", "Deliver");
    }
    journalIsComplete(id);
    assertThat(store.store().views().journal(id, 0, 1000))
        .hasSize((int) store.task(id).record().seq());
    assertThat(store.store().views().tasks("committed", null, null, 10)).contains(id);
  }

  private void journalIsComplete(String id) {
    await(
        "the journal is published",
        () -> store.records(Topics.JOURNAL).size() >= store.task(id).record().seq());
    var events =
        store.records(Topics.JOURNAL).stream()
            .map(
                record ->
                    (JournalEvent)
                        EventJson.read(
                            new String(
                                record.headers().lastHeader("ce_type").value(),
                                StandardCharsets.UTF_8),
                            record.value()))
            .toList();
    assertThat(events)
        .extracting(JournalEvent::seq)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, store.task(id).record().seq()).boxed().toList());
  }

  @Test
  void aResultThatIsDeliveredTwiceCountsOnce() throws Exception {
    var submitted =
        Samples.submitted(Samples.project("acme-" + store.name, null, 3), TaskOptions.none());
    var id = submitted.task().value();
    try (var workers = new Workers(store, "worker-a", order -> null)) {
      store.send(Topics.TASKS, submitted);
      await("the plan is claimed", () -> workers.granted.size() == 1);
      var order = workers.granted.getFirst();
      var result = Workers.small(store, Samples.FIX_PLAN).apply(order);
      var event = workers.succeeded(order, result);
      store.send(Topics.RESULTS, event);
      store.send(Topics.RESULTS, event);
      store.send(Topics.TASKS, submitted);
      await("the second is refused", () -> refusals(id).size() == 2);
      assertThat(store.task(id).nodes().get(new NodePath("/Task/Plan")).progress().runs())
          .hasSize(1);
      assertThat(store.task(id).record().executed()).isEqualTo(1);
    }
  }

  private List<String> refusals(String task) {
    return store
        .driver
        .executableQuery("MATCH (r:Refusal {task: $task}) RETURN r.reason AS reason")
        .withParameters(java.util.Map.of("task", task))
        .execute()
        .records()
        .stream()
        .map(row -> row.get("reason").asString())
        .toList();
  }

  @Test
  void dispatchesCarryTheirIdsAndAreNeverDispatchedTwice() throws Exception {
    var submitted =
        Samples.submitted(Samples.project("acme-" + store.name, null, 3), TaskOptions.none());
    try (var workers = new Workers(store, "worker-a", Workers.small(store, Samples.FIX_PLAN))) {
      store.send(Topics.TASKS, submitted);
      await("all nodes were granted", () -> workers.granted.size() == 6);
      var ids = new HashSet<>(workers.seen.stream().map(event -> event.dispatch()).toList());
      assertThat(ids).hasSize(workers.seen.size());
    }
  }
}
