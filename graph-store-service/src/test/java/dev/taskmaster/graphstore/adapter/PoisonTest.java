package dev.taskmaster.graphstore.adapter;

import static dev.taskmaster.graphstore.adapter.StoreUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.adapter.kafka.KafkaPublishing;
import dev.taskmaster.graphstore.ledger.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result whose layer is damaged on disk: no decision can be made, and nobody else suffers. */
class PoisonTest {
  @TempDir Path folder;

  @Test
  void aRecordThatCannotBeDecidedIsParkedAndCanBeReplayed() throws Exception {
    try (var store = new StoreUnderTest(folder).start();
        var workers = new Workers(store, "worker-a", order -> null)) {
      var first = submitted(store);
      var second = submitted(store);
      store.send(Topics.TASKS, first);
      store.send(Topics.TASKS, second);
      await("both are planned", () -> workers.granted.size() == 2);

      var layer = store.blob(Samples.FIX_PLAN.replace("correct", "mend"));
      damage(layer.hash());
      store.send(Topics.RESULTS, workers.succeeded(order(workers, first), plan(layer)));
      var good = Workers.small(store, Samples.FIX_PLAN).apply(order(workers, second));
      store.send(Topics.RESULTS, workers.succeeded(order(workers, second), good));

      await("the good one is planned", () -> state(store, second) == NodeState.SUCCEEDED);
      await("the other is parked", () -> !store.store().views().parked().isEmpty());
      var parked = store.store().views().parked().getFirst();
      assertThat(parked.reason()).contains(layer.hash());
      assertThat(state(store, first)).isNotEqualTo(NodeState.SUCCEEDED);
      var letters = Topics.deadLetters(Topics.RESULTS, "graph-store");
      await("the dead letter is out", () -> !store.records(letters).isEmpty());

      store.blob(Samples.FIX_PLAN.replace("correct", "mend"));
      var record = store.store().views().parkedRecord(parked.id()).orElseThrow();
      store
          .store()
          .producer()
          .send(
              KafkaPublishing.again(
                  record.topic(), record.key(), record.type(), record.id(), record.value()))
          .get(20, TimeUnit.SECONDS);
      await("it is planned now", () -> state(store, first) == NodeState.SUCCEEDED);
    }
  }

  private static TaskSubmitted submitted(StoreUnderTest store) {
    return Samples.submitted(Samples.project("acme-" + store.name, null, 3), TaskOptions.none());
  }

  private static WorkOrder order(Workers workers, TaskSubmitted task) {
    return workers.granted.stream()
        .filter(order -> order.task().equals(task.task()))
        .findFirst()
        .orElseThrow();
  }

  private static NodeResult plan(dev.taskmaster.events.BlobRef layer) {
    return new NodeResult.Layer(layer, "planned", null, java.util.List.of(), false, null, 0);
  }

  private static NodeState state(StoreUnderTest store, TaskSubmitted task) {
    return store.task(task.task().value()).nodes().get(new NodePath("/Task/Plan")).state();
  }

  private void damage(String hash) throws Exception {
    try (var files = Files.walk(folder)) {
      var file =
          files
              .filter(path -> path.getFileName().toString().equals(hash))
              .findFirst()
              .orElseThrow();
      Files.writeString(file, "damaged");
    }
  }
}
