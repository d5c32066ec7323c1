package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.ClaimReply.Granted;
import dev.taskmaster.claims.ClaimRequest.Claim;
import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskEvent.Decision;
import dev.taskmaster.events.TaskEvent.TaskAmended;
import dev.taskmaster.events.TaskEvent.TaskCancelled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;

/** One task with workers, people and clocks that do whatever comes to their minds. */
final class RandomTask {
  private static final PriceCeiling PRICED =
      new PriceCeiling(new BigDecimal("3"), new BigDecimal("100"), 1_000, 2);
  private static final List<String> PLANS =
      List.of(
          Samples.FIX_PLAN,
          EveryTransition.PARALLEL,
          Samples.FIX_PLAN.replace("src/main.py", "src/other.py"),
          """
          #usda 1.0
          def "Task"
          {
              def "Ctx_main" (inherits = </_class_ContextFile>)
              {
                  string path = "src/main.py"
              }
              def "Steps" (inherits = </_class_Disaggregate>)
              {
                  token phase = "steps"
                  rel context = </Task/Ctx_main>
              }
          }
          """,
          "#usda 1.0\n",
          "#usda 1.0\ndef \"Task\"\n{\ndef \"X\"\n{\ntoken kind = \"none\"\n}\n}\n",
          "no layer at all");

  private final SplittableRandom random;
  private final Play play;
  private final Promises promises;
  private final List<WorkOrder> orders = new ArrayList<>();
  private final List<String> history = new ArrayList<>();
  private final int workers = 3;

  RandomTask(long seed) {
    random = new SplittableRandom(seed);
    play = new Play(Policy.standard(), new HashMap<>(), seed);
    var reviews = random.nextInt(4) == 0 ? new String[] {"plan", "tests"} : new String[] {"tests"};
    play.submit(
        Samples.submitted(
            Samples.project("acme", new BigDecimal("1.00"), 3, reviews),
            Samples.options(
                random.nextInt(6) == 0 ? "explore-code" : null, random.nextInt(9) == 0)));
    promises = new Promises(play);
    promises.check();
  }

  String history() {
    return String.join(", ", history.subList(Math.max(0, history.size() - 12), history.size()));
  }

  void step() {
    int dice = random.nextInt(100);
    if (dice < 35) {
      claim();
    } else if (dice < 65) {
      report();
    } else if (dice < 75) {
      beat();
    } else if (dice < 88) {
      time();
    } else if (dice < 93) {
      answer();
    } else if (dice < 97) {
      amend();
    } else if (dice < 98) {
      give("cancel", new Input.Wanted(new TaskCancelled(play.id(), play.now, "enough")));
    } else {
      give("submit again", new Input.Wanted(play.submitted));
    }
  }

  private void give(String what, Input input) {
    history.add(what);
    promises.before();
    play.give(input);
    promises.check();
  }

  private String worker() {
    return "worker-" + random.nextInt(workers);
  }

  private <T> T any(List<T> items) {
    // Mostly the newest, sometimes one long past.
    int from = random.nextInt(4) == 0 ? 0 : Math.max(0, items.size() - 4);
    return items.get(random.nextInt(from, items.size()));
  }

  private void claim() {
    var dispatch = any(play.dispatches);
    var claim =
        new Claim(
            dispatch.dispatch(),
            play.id(),
            dispatch.node(),
            dispatch.attempt(),
            dispatch.epoch(),
            random.nextInt(3) == 0 ? PriceCeiling.FREE : PRICED);
    give("claim " + dispatch.node().name(), new Input.Asked(worker(), claim));
    if (play.last.grant() instanceof Granted granted) {
      orders.add(granted.work());
    }
  }

  private void report() {
    if (orders.isEmpty()) {
      return;
    }
    var order = any(orders);
    var holder = play.ledger.nodes().get(order.node());
    var worker =
        holder == null || holder.progress().worker() == null || random.nextInt(20) == 0
            ? worker()
            : holder.progress().worker();
    var event = event(order, worker);
    give(event.getClass().getSimpleName() + " " + order.node().name(), new Input.Reported(event));
    var after = play.ledger.nodes().get(order.node());
    if (holder != null
        && after != null
        && (holder.progress().attempt() != order.attempt()
            || holder.progress().epoch() != order.epoch())
        && after.state() != holder.state()) {
      throw new AssertionError("a report of a past attempt moved " + order.node());
    }
  }

  private NodeEvent event(WorkOrder order, String worker) {
    var calls = order.kind().callsModel() ? List.of(call(order)) : List.<ModelCallRecord>of();
    int dice = random.nextInt(100);
    if (dice < 70) {
      return new NodeEvent.NodeSucceeded(
          order.task(),
          play.now,
          order.node(),
          order.attempt(),
          order.epoch(),
          worker,
          result(order),
          calls,
          5);
    }
    if (dice < 90) {
      var fault = FaultKind.values()[random.nextInt(FaultKind.values().length)];
      return new NodeEvent.NodeFailed(
          order.task(),
          play.now,
          order.node(),
          order.attempt(),
          order.epoch(),
          worker,
          fault,
          "failure " + random.nextInt(3),
          List.of(),
          random.nextInt(3) == 0 ? 2_000L : null,
          null,
          calls,
          5);
    }
    return new NodeEvent.NodeWaiting(
        order.task(),
        play.now,
        order.node(),
        order.attempt(),
        order.epoch(),
        worker,
        "which one?",
        null);
  }

  /** Costs at most what was reserved for it. */
  private ModelCallRecord call(WorkOrder order) {
    var amount =
        order
            .reserved()
            .multiply(BigDecimal.valueOf(random.nextInt(101)))
            .divide(BigDecimal.valueOf(100), 6, RoundingMode.DOWN);
    return Play.call(amount.toPlainString());
  }

  private NodeResult result(WorkOrder order) {
    return switch (order.kind()) {
      case DISAGGREGATE -> play.layer(PLANS.get(random.nextInt(PLANS.size())));
      case REFINE -> correction(order);
      case REVIEW ->
          random.nextBoolean() ? play.passed() : play.rejected("test " + random.nextInt(4));
      case LLM_CHANGE -> play.change("diff " + random.nextInt(5));
      case APPLY_CHANGE -> play.tree(random.nextInt(5) + 2);
      case DELIVER -> play.delivered();
      case CONTEXT_FILE, CONTEXT_SEARCH, LLM, COMMAND, HUMAN ->
          play.text("text " + random.nextInt(4));
    };
  }

  private NodeResult correction(WorkOrder order) {
    var nodes = order.graph().stream().map(sketch -> sketch.node()).toList();
    var node = nodes.get(random.nextInt(nodes.size()));
    return play.correction(
        EveryTransition.note(node.name())
            .replace("notes:r1", "notes:r" + order.round())
            .replace("look again", "look again " + random.nextInt(3)),
        node.value());
  }

  private void beat() {
    if (orders.isEmpty()) {
      return;
    }
    var order = any(orders);
    give(
        "beat " + order.node().name(),
        new Input.Beaten(
            worker(), new Heartbeat.Beat(play.id(), order.node(), order.attempt(), order.epoch())));
  }

  private void time() {
    play.later(Duration.ofSeconds(random.nextInt(90)));
    for (var node : List.copyOf(play.ledger.nodes().keySet())) {
      give("due " + node.name(), new Input.Due(play.id(), node));
    }
    give("due task", new Input.Due(play.id(), null));
  }

  private void answer() {
    var decision = Decision.values()[random.nextInt(3)];
    var nodes = List.copyOf(play.ledger.nodes().keySet());
    var node = random.nextBoolean() ? null : any(nodes).value();
    give(
        "answer " + decision,
        new Input.Wanted(EveryTransition.answer(play, node, decision, "so " + random.nextInt(3))));
  }

  /** What the task's journal tells. */
  List<dev.taskmaster.events.JournalEvent> journal() {
    return play.journal;
  }

  private void amend() {
    var nodes = List.copyOf(play.ledger.nodes().keySet());
    List<NodePath> fresh = random.nextInt(3) == 0 ? List.of(any(nodes)) : List.of();
    give(
        "amend",
        new Input.Wanted(
            new TaskAmended(
                play.id(),
                play.now,
                null,
                random.nextBoolean() ? null : random.nextInt(1, 6),
                fresh,
                random.nextInt(3) == 0 ? "mind this" : null)));
  }
}
