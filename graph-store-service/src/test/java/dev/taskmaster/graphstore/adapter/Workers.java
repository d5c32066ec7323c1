package dev.taskmaster.graphstore.adapter;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.adapter.kafka.KafkaClients;
import dev.taskmaster.graphstore.adapter.writing.Work;
import dev.taskmaster.graphstore.ledger.Input;
import dev.taskmaster.graphstore.ledger.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads all dispatches, claims them and returns what a function says; like every worker at once.
 */
final class Workers implements AutoCloseable {
  final List<WorkOrder> granted = new CopyOnWriteArrayList<>();
  final List<NodeDispatched> seen = new CopyOnWriteArrayList<>();
  final String name;

  /** A dispatch may come twice; workers know what they have. */
  private final Set<String> handled = new HashSet<>();

  private final StoreUnderTest store;
  private final Function<WorkOrder, NodeResult> work;
  private final Thread thread;
  private volatile boolean closed;

  Workers(StoreUnderTest store, String name, Function<WorkOrder, NodeResult> work) {
    this.store = store;
    this.name = name;
    this.work = work;
    thread = Thread.ofPlatform().daemon().start(this::run);
  }

  private void run() {
    var topics = new ArrayList<>(List.of(Topics.PLANNING, Topics.REVIEW));
    Topics.EXECUTION_LANES.forEach(lane -> topics.add(Topics.ofLane(lane)));
    try (var consumer = KafkaClients.consumer(store.bootstrap, store.name + "-" + name, 100)) {
      consumer.subscribe(topics.stream().map(topic -> store.prefix + topic).toList());
      while (!closed) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          var type =
              new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
          if (EventJson.read(type, record.value()) instanceof NodeDispatched dispatch) {
            seen.add(dispatch);
            if (handled.add(dispatch.task() + "" + dispatch.node() + dispatch.attempt())) {
              handle(dispatch);
            }
          }
        }
      }
    }
  }

  private void handle(NodeDispatched dispatch) {
    if (claim(dispatch) instanceof ClaimReply.Granted(var order, var lease)) {
      granted.add(order);
      var result = work.apply(order);
      if (result != null) {
        store.send(Topics.RESULTS, succeeded(order, result));
      }
    }
  }

  ClaimReply.Decision claim(NodeDispatched dispatch) {
    var claim =
        new ClaimRequest.Claim(
            dispatch.dispatch(),
            dispatch.task(),
            dispatch.node(),
            dispatch.attempt(),
            dispatch.epoch(),
            PriceCeiling.FREE);
    var work = new Work.Claiming(new Input.Asked(name, claim), new CompletableFuture<>());
    store.store().writer().add(List.of(work));
    try {
      return work.answer().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("no answer to the claim of " + dispatch.node(), e);
    }
  }

  NodeEvent.NodeSucceeded succeeded(WorkOrder order, NodeResult result) {
    return new NodeEvent.NodeSucceeded(
        order.task(),
        Instant.now(),
        order.node(),
        order.attempt(),
        order.epoch(),
        name,
        result,
        List.of(),
        3);
  }

  /** What well-behaved workers return for the plan of a small correction. */
  static Function<WorkOrder, NodeResult> small(StoreUnderTest store, String plan) {
    return order ->
        switch (order.kind()) {
          case DISAGGREGATE ->
              new NodeResult.Layer(store.blob(plan), "planned", null, List.of(), false, null, 0);
          case REFINE ->
              new NodeResult.Layer(
                  store.blob(
                      """
                      #usda 1.0
                      over "Task"
                      {
                          over "Fix"
                          {
                              string notes:r%d = "look again"
                          }
                      }
                      """
                          .formatted(order.round())),
                  "noted",
                  null,
                  List.of("/Task/Fix.notes:r1"),
                  false,
                  null,
                  0);
          case CONTEXT_FILE, CONTEXT_SEARCH, LLM, COMMAND, HUMAN ->
              new NodeResult.Text(store.blob("text of " + order.node() + unique(order.task())));
          case LLM_CHANGE -> new NodeResult.Change(store.blob("diff of round " + order.round()));
          case APPLY_CHANGE ->
              new NodeResult.Tree(
                  Samples.tree(order.round() + 10), Samples.commit(order.round()), List.of("a"));
          case REVIEW -> new NodeResult.Verdict(true, List.of(), store.blob("passed"), "bwrap");
          case DELIVER -> new NodeResult.Delivery("taskmaster/x", Samples.commit(77), "branch");
        };
  }

  private static String unique(TaskId task) {
    return " " + task;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join(10_000);
  }
}
