package dev.taskmaster.graphstore.adapter;

import static dev.taskmaster.graphstore.adapter.StoreUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.ledger.Samples;
import dev.taskmaster.localstack.testing.BrokerAndDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store killed at each named point; its successor goes on, and nothing is lost or done twice. */
class KilledStoreTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"before-commit", "after-commit", "mid-publish", "before-mark"})
  void theTaskIsDoneByTheSuccessor(String point) throws Exception {
    try (var store = new StoreUnderTest(folder)) {
      var submitted =
          Samples.submitted(Samples.project("acme-" + store.name, null, 3), TaskOptions.none());
      store.send(Topics.TASKS, submitted);
      var uri = BrokerAndDatabase.shared().boltUri().toString();
      var process = StoreProcess.start(store, uri, point);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it dies at " + point).isTrue();
      assertThat(process.exitValue()).isEqualTo(137);

      store.start();
      var id = submitted.task().value();
      try (var workers = new Workers(store, "worker-a", Workers.small(store, Samples.FIX_PLAN))) {
        await("the task is known", () -> store.task(id) != null);
        await(
            "the task is committed", () -> store.task(id).record().state() == TaskState.COMMITTED);
        assertThat(workers.granted)
            .extracting(order -> order.node().name() + order.attempt())
            .containsExactly("Plan1", "Ctx_main1", "Fix1", "FixApply1", "Review1", "Deliver1");
        var ids = workers.seen.stream().collect(Collectors.groupingBy(event -> event.dispatch()));
        assertThat(ids).hasSize(6);
      }
      journalIsComplete(store, id);
    }
  }

  /** Events may come twice; each number is there, and the same number says the same. */
  private static void journalIsComplete(StoreUnderTest store, String id) {
    long last = store.task(id).record().seq();
    await(
        "the journal is published",
        () -> store.records(Topics.JOURNAL).stream().anyMatch(record -> seq(record) == last));
    var seen = new TreeSet<Long>();
    var texts = new java.util.HashMap<Long, String>();
    for (var record : store.records(Topics.JOURNAL)) {
      seen.add(seq(record));
      var text = new String(record.value(), StandardCharsets.UTF_8);
      assertThat(texts.computeIfAbsent(seq(record), unused -> text)).isEqualTo(text);
    }
    assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
    assertThat(
            store
                .driver
                .executableQuery("MATCH (j:Journal {task: $task}) RETURN count(j)")
                .withParameters(Map.of("task", id))
                .execute()
                .records()
                .getFirst()
                .get(0)
                .asLong())
        .isEqualTo(last);
  }

  private static long seq(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record) {
    var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    return ((JournalEvent) EventJson.read(type, record.value())).seq();
  }
}
