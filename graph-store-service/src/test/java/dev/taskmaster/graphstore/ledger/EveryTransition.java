package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.NodeEvent.NodeWaiting;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskEvent.AnswerGiven;
import dev.taskmaster.events.TaskEvent.Decision;
import dev.taskmaster.events.TaskEvent.TaskAmended;
import dev.taskmaster.events.TaskEvent.TaskCancelled;
import dev.taskmaster.events.TaskOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

/** Short tasks that together walk through the whole table. */
final class EveryTransition {
  static final String PARALLEL =
      """
      #usda 1.0
      def "Task"
      {
          def "A" (inherits = </_class_ContextFile>) { string path = "a" }
          def "B" (inherits = </_class_Llm>)
          {
              string goal = "say b"
          }
          def "C" (inherits = </_class_Llm>)
          {
              string goal = "say c"
              rel context = </Task/A>
          }
          def "D" (inherits = </_class_Human>) { string question = "which one?" }
      }
      """
          .replace("{ string path = \"a\" }", "{\n string path = \"a\"\n}")
          .replace(
              "{ string question = \"which one?\" }", "{\n string question = \"which one?\"\n}");

  private static final Duration EXPIRY = Duration.ofSeconds(46);

  private final List<JournalEvent> journal = new ArrayList<>();

  static List<JournalEvent> play() {
    var all = new EveryTransition();
    all.work();
    all.waits();
    all.ends();
    all.plans();
    all.corrections();
    all.reopenings();
    return all.journal;
  }

  private Play task(Consumer<Play> story) {
    return task("tests", TaskOptions.none(), story);
  }

  private Play task(String review, TaskOptions options, Consumer<Play> story) {
    var play = new Play();
    play.submit(
        Samples.submitted(Samples.project("acme", new BigDecimal("1.00"), 3, review), options));
    story.accept(play);
    journal.addAll(play.journal);
    return play;
  }

  static NodeWaiting waiting(Play play, dev.taskmaster.claims.WorkOrder order) {
    return new NodeWaiting(
        order.task(),
        play.now,
        order.node(),
        order.attempt(),
        order.epoch(),
        Play.WORKER,
        "which one?",
        null);
  }

  static void wait(Play play, String path) {
    var order = play.claim(path);
    play.give(new Input.Reported(waiting(play, order)));
  }

  static void waitRunning(Play play, String path) {
    var order = play.claim(path);
    play.beat(path);
    play.give(new Input.Reported(waiting(play, order)));
  }

  static AnswerGiven answer(Play play, String node, Decision decision, String text) {
    return new AnswerGiven(
        play.id(), play.now, node == null ? null : new NodePath(node), decision, text);
  }

  static TaskAmended amend(Play play, Integer rounds, String note, String... fresh) {
    return new TaskAmended(
        play.id(),
        play.now,
        null,
        rounds,
        java.util.Arrays.stream(fresh).map(NodePath::new).toList(),
        note);
  }

  private static TaskCancelled cancel(Play play) {
    return new TaskCancelled(play.id(), play.now, "no longer wanted");
  }

  private void work() {
    task(
        play -> {
          var order = play.claim("/Task/Plan");
          play.claim("/Task/Plan");
          play.fail(order, FaultKind.TRANSIENT, "disk full");
          play.later(Duration.ofMinutes(2)).due("/Task/Plan");
          play.claim("/Task/Plan");
          play.later(EXPIRY).due("/Task/Plan");
          order = play.claim("/Task/Plan");
          play.beat("/Task/Plan");
          play.fail(order, FaultKind.PROVIDER, "429");
          play.later(Duration.ofMinutes(2)).due("/Task/Plan");
          play.claim("/Task/Plan");
          play.beat("/Task/Plan");
          play.later(EXPIRY).due("/Task/Plan");
          order = play.claim("/Task/Plan");
          play.beat("/Task/Plan");
          play.returned(order, play.layer(PARALLEL));
          play.run("/Task/A", play.text("a"));
          var b = play.claim("/Task/B");
          play.beat("/Task/B");
          play.fail(b, FaultKind.INPUT, "no idea");
        });
  }

  private void waits() {
    for (var decision : List.of(Decision.ANSWER, Decision.REJECT)) {
      task(
          play -> {
            play.run("/Task/Plan", play.layer(PARALLEL));
            if (decision == Decision.ANSWER) {
              wait(play, "/Task/D");
            } else {
              waitRunning(play, "/Task/D");
            }
            play.wish(answer(play, "/Task/D", decision, "the first"));
          });
    }
    task(
        play -> {
          play.run("/Task/Plan", play.layer(PARALLEL));
          wait(play, "/Task/D");
          play.wish(cancel(play));
        });
  }

  private void ends() {
    task(play -> play.wish(cancel(play)));
    task(
        play -> {
          play.claim("/Task/Plan");
          play.wish(cancel(play));
        });
    task(
        play -> {
          play.claim("/Task/Plan");
          play.beat("/Task/Plan");
          play.wish(cancel(play));
        });
    task("tests", Samples.options("bake-cake", false), play -> {});
    task(play -> play.fail(play.claim("/Task/Plan"), FaultKind.SYSTEM, "bug"));
    task(play -> play.fail(play.claim("/Task/Plan"), FaultKind.CONFIGURATION, "no key"));
    task(
        "tests", Samples.options(null, true), play -> play.run("/Task/Plan", play.layer(PARALLEL)));
    for (var fault : List.of(FaultKind.SYSTEM, FaultKind.CONFIGURATION)) {
      task(
          play -> {
            play.run("/Task/Plan", play.layer(PARALLEL));
            play.fail(play.claim("/Task/A"), fault, "wrong");
          });
      inReview(play -> play.fail(play.claim("/Task/Review"), fault, "wrong"));
      refining(play -> play.fail(play.claim("/Task/Refine1"), fault, "wrong"));
    }
    inReview(play -> play.wish(cancel(play)));
    inReview(play -> play.wish(amend(play, null, "mind the cents")));
    inReview(play -> play.wish(amend(play, null, null, "/Task/Fix")));
    refining(play -> play.wish(cancel(play)));
    task(
        play -> {
          play.run("/Task/Plan", play.layer(PARALLEL));
          play.wish(cancel(play));
        });
    inReview(
        play -> play.run("/Task/Review", play.passed()).run("/Task/Deliver", play.delivered()));
    task(
        "tests",
        Samples.options("explore-code", false),
        play -> {
          play.run("/Task/Plan", play.layer("#usda 1.0\n"));
          play.run("/Task/Explain", play.text("it works so"));
        });
    broken();
    reviewedOnly();
  }

  /** A ready-made task of somebody's own that ends with its review. */
  private void reviewedOnly() {
    var play = new Play(Policy.standard(), new HashMap<>(), 1, new ReviewedOnlyLibrary());
    play.submit().run("/Task/Plan", play.layer("#usda 1.0\n")).run("/Task/Review", play.passed());
    journal.addAll(play.journal);
  }

  /** The only way to break at once is a store that ships a library it cannot compose. */
  private void broken() {
    var play = new BrokenLibrary().submit();
    journal.addAll(play.journal());
  }

  private void inReview(Consumer<Play> story) {
    var play = new Play();
    play.untilReview();
    story.accept(play);
    journal.addAll(play.journal);
  }

  private void refining(Consumer<Play> story) {
    inReview(
        play -> {
          play.run("/Task/Review", play.rejected("test failed"));
          story.accept(play);
        });
  }

  private void plans() {
    task(
        "plan",
        TaskOptions.none(),
        play -> {
          play.run("/Task/Plan", play.layer(PARALLEL));
          play.wish(answer(play, null, Decision.REJECT, "too many"));
          play.run("/Task/Plan", play.layer(Samples.FIX_PLAN));
          play.wish(answer(play, null, Decision.APPROVE, ""));
        });
    task(
        "plan",
        TaskOptions.none(),
        play -> {
          play.run("/Task/Plan", play.layer(PARALLEL));
          play.wish(cancel(play));
        });
    task(
        "plan",
        TaskOptions.none(),
        play -> {
          play.run("/Task/Plan", play.layer("#usda 1.0\n"));
          play.wish(answer(play, null, Decision.APPROVE, ""));
        });
    task(play -> play.run("/Task/Plan", play.layer("#usda 1.0\n")));
    task(
        play -> {
          play.run("/Task/Plan", play.layer(PARALLEL));
          play.claim("/Task/A");
          wait(play, "/Task/D");
          play.claim("/Task/B");
          play.beat("/Task/B");
          play.wish(amend(play, null, "only b matters"));
        });
  }

  private void corrections() {
    task(play -> play.fail(play.claim("/Task/Plan"), FaultKind.INPUT, "too vague"));
    refining(
        play ->
            play.run(
                "/Task/Refine1", play.correction(note("Fix"), "/Task/Fix", "/Task/Fix.notes:r1")));
    refining(
        play ->
            play.run(
                "/Task/Refine1",
                play.correction(note("Plan"), "/Task/Plan", "/Task/Plan.notes:r1")));
    refining(
        play ->
            play.run(
                "/Task/Refine1",
                play.correction(note("Review"), "/Task/Review", "/Task/Review.notes:r1")));
    task(
        play -> {
          play.run("/Task/Plan", play.layer(PARALLEL));
          play.claim("/Task/A");
          var b = play.claim("/Task/B");
          play.fail(b, FaultKind.INPUT, "no idea");
          play.run("/Task/Refine1", play.correction(note("B"), "/Task/B", "/Task/B.notes:r1"));
        });
    plainPlanReviewAfterACorrection();
    explored();
  }

  /** A correction while the plan is still to be approved leads back to the approval. */
  private void plainPlanReviewAfterACorrection() {
    task(
        "plan",
        TaskOptions.none(),
        play -> {
          play.run(
              "/Task/Plan",
              play.layer(
                  """
                  #usda 1.0
                  def "Task"
                  {
                      def "A" (inherits = </_class_ContextFile>)
                      {
                          string path = "a"
                      }
                      def "Steps" (inherits = </_class_Disaggregate>)
                      {
                          token phase = "steps"
                          rel context = </Task/A>
                      }
                  }
                  """));
          var a = play.claim("/Task/A");
          play.fail(a, FaultKind.INPUT, "no such file");
          play.run(
              "/Task/Refine1",
              play.correction(
                  """
                  #usda 1.0
                  over "Task"
                  {
                      over "A" (active = false)
                      {
                      }
                      over "Steps" (active = false)
                      {
                      }
                  }
                  """,
                  "/Task/A"));
        });
  }

  /** All that the answer needs is found, so nothing is between the plan and the end. */
  private void explored() {
    var results =
        new HashMap<dev.taskmaster.graphstore.results.ResultId, dev.taskmaster.events.NodeResult>();
    for (int i = 0; i < 2; i++) {
      var play = new Play(Policy.standard(), results, 1);
      play.submit(
          Samples.submitted(
              Samples.project("acme", new BigDecimal("1.00"), 3),
              Samples.options("explore-code", false)));
      play.run("/Task/Plan", play.layer("#usda 1.0\n"));
      if (i == 0) {
        play.run("/Task/Explain", play.text("it works so"));
      }
      journal.addAll(play.journal);
    }
  }

  static String note(String node) {
    return """
        #usda 1.0
        over "Task"
        {
            over "%s"
            {
                string notes:r1 = "look again"
            }
        }
        """
        .formatted(node);
  }

  private void reopenings() {
    task(
        play -> {
          play.fail(play.claim("/Task/Plan"), FaultKind.CONFIGURATION, "no key");
          play.wish(amend(play, null, null));
        });
    task(
        play -> {
          play.fail(play.claim("/Task/Plan"), FaultKind.SYSTEM, "bug");
          play.wish(amend(play, null, null));
        });
    task(
        play -> {
          play.wish(cancel(play));
          play.wish(amend(play, null, "go on"));
        });
  }
}
