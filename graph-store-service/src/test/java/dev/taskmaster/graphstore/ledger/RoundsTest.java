package dev.taskmaster.graphstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskEvent.Decision;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.views.TaskViews;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final Play play = new Play();

  private void correct(int round, String node) {
    play.run(
        "/Task/Refine" + round,
        play.correction(
            EveryTransition.note(node).replace("notes:r1", "notes:r" + round), "/Task/" + node));
  }

  @Test
  void theSameFailureThreeTimesRejects() {
    play.submit(Samples.submitted(Samples.project("acme", null, 9, "tests"), TaskOptions.none()));
    play.run("/Task/Plan", play.layer(Samples.FIX_PLAN)).run("/Task/Ctx_main", play.text("code"));
    for (int round = 1; round <= 3; round++) {
      play.run("/Task/Fix", play.change("diff " + round));
      play.run("/Task/FixApply", play.tree(round + 1));
      play.run("/Task/Review", play.rejected("test_sum failed"));
      if (round < 3) {
        assertThat(play.claim("/Task/Refine" + round).failure().earlier()).hasSize(round - 1);
        correct(round, "Fix");
      }
    }
    assertThat(play.state()).isEqualTo(TaskState.REJECTED);
    assertThat(play.ledger.record().ending().reason()).contains("the same failure 3 times");
  }

  @Test
  void noMoreRoundsThanAllowed() {
    play.submit(Samples.submitted(Samples.project("acme", null, 1, "tests"), TaskOptions.none()));
    play.run("/Task/Plan", play.layer(Samples.FIX_PLAN)).run("/Task/Ctx_main", play.text("code"));
    play.run("/Task/Fix", play.change("diff")).run("/Task/FixApply", play.tree(2));
    play.run("/Task/Review", play.rejected("test_sum failed"));
    assertThat(play.state()).isEqualTo(TaskState.REJECTED);
    assertThat(play.ledger.record().ending().reason()).contains("1 of 1 rounds");

    play.wish(EveryTransition.amend(play, null, null));
    assertThat(play.state()).isEqualTo(TaskState.REFINING);
    correct(1, "Fix");
    assertThat(play.state("/Task/Fix")).isEqualTo(NodeState.READY);
  }

  @Test
  void aNodeThatFailsForItsInputsIsCorrectedAndRunsAgain() {
    play.submit().run("/Task/Plan", play.layer(Samples.FIX_PLAN));
    play.run("/Task/Ctx_main", play.text("code"));
    play.fail(play.claim("/Task/Fix"), FaultKind.INPUT, "the patch does not apply\nat line 3");
    var refine = play.claim("/Task/Refine1");
    assertThat(refine.failure().node()).isEqualTo(new NodePath("/Task/Fix"));
    assertThat(refine.failure().firstLine()).isEqualTo("the patch does not apply");
    correct(1, "Fix");
    assertThat(play.state("/Task/Fix")).isEqualTo(NodeState.READY);
    assertThat(play.dispatchOf("/Task/Fix").attempt()).isEqualTo(2);
  }

  @Test
  void missingContextIsAddedAndCountsAsRunAgain() {
    play.untilReview().run("/Task/Review", play.rejected("test_sum failed"));
    play.run(
        "/Task/Refine1",
        play.correction(
            """
            #usda 1.0
            over "Task"
            {
                def "Ctx_r1" (inherits = </_class_ContextFile>)
                {
                    token kind = "context-file"
                    string path = "src/money.py"
                }
                over "Fix"
                {
                    append rel context = </Task/Ctx_r1>
                }
            }
            """,
            "/Task/Fix",
            "/Task/Fix.context"));
    play.run("/Task/Ctx_r1", play.text("class Money"));
    var fix = play.claim("/Task/Fix");
    assertThat(fix.inputs())
        .extracting(input -> input.label())
        .containsExactly("src/main.py", "src/money.py");
    play.returned(fix, play.change("diff two")).run("/Task/FixApply", play.tree(3));
    play.run("/Task/Review", play.passed());
    var correction = TaskViews.of(play.ledger, hash -> Optional.empty()).corrections().getFirst();
    assertThat(correction.reran())
        .extracting(NodePath::name)
        .containsExactlyInAnyOrder("Ctx_r1", "Fix", "FixApply", "Review");
    assertThat(correction.reran()).last().isEqualTo(new NodePath("/Task/Review"));
  }

  @Test
  void aNoteOnTheTaskPlansAgainAndWhatComesOutTheSameIsNotRun() {
    play.untilReview().run("/Task/Review", play.rejected("the wrong file was changed"));
    play.run(
        "/Task/Refine1",
        play.correction(
            """
            #usda 1.0
            over "Task"
            {
                string notes:r1 = "the defect is in money.py"
            }
            """,
            "/Task",
            "/Task.notes:r1"));
    assertThat(play.state()).isEqualTo(TaskState.PLANNING);
    var plan = play.claim("/Task/Plan");
    assertThat(plan.description()).contains("Note: the defect is in money.py");
    assertThat(plan.graph()).extracting(sketch -> sketch.node().name()).contains("Fix", "Ctx_main");
    play.returned(plan, play.layer(Samples.FIX_PLAN));
    assertThat(play.state("/Task/Ctx_main")).isEqualTo(NodeState.SUCCEEDED);
    assertThat(play.state("/Task/Fix")).isEqualTo(NodeState.READY);
  }

  @Test
  void aCorrectionThatTheGuardRefusesIsMadeAgain() {
    play.untilReview().run("/Task/Review", play.rejected("test_sum failed"));
    for (int i = 0; i < 3; i++) {
      play.run(
          "/Task/Refine1",
          play.correction(
              """
              #usda 1.0
              over "Task"
              {
                  over "Review" (active = false)
                  {
                  }
              }
              """,
              "/Task/Review"));
      play.later(Duration.ofMinutes(2)).due("/Task/Refine1");
    }
    assertThat(play.state()).isEqualTo(TaskState.REJECTED);
    assertThat(play.ledger.record().ending().reason()).contains("must not change");
  }

  @Test
  void whatIsUnderWayWithTrueInputsGoesOnThroughACorrection() {
    play.submit().run("/Task/Plan", play.layer(EveryTransition.PARALLEL));
    var c = play.claim("/Task/A");
    var b = play.claim("/Task/B");
    play.fail(b, FaultKind.INPUT, "no idea");
    assertThat(play.beat("/Task/A").stop()).isFalse();
    correct(1, "B");
    play.returned(c, play.text("a"));
    assertThat(play.state("/Task/A")).isEqualTo(NodeState.SUCCEEDED);
    assertThat(play.refusals).isEmpty();
  }

  @Test
  void aDispatchDiesWithItsEpoch() {
    play.submit().run("/Task/Plan", play.layer(EveryTransition.PARALLEL));
    var old = play.dispatchOf("/Task/B");
    play.fail(play.claim("/Task/A"), FaultKind.INPUT, "no such file");
    correct(1, "B");
    var renewed = play.dispatchOf("/Task/B");
    assertThat(renewed.attempt()).isEqualTo(old.attempt());
    assertThat(renewed.epoch()).isGreaterThan(old.epoch());
    play.dispatches.add(old);
    assertThat(play.ask("/Task/B", dev.taskmaster.claims.ClaimRequest.PriceCeiling.FREE))
        .isInstanceOf(dev.taskmaster.claims.ClaimReply.Denied.class);
  }

  @Test
  void aResultOfAnEarlierRoundIsRefused() {
    play.submit().run("/Task/Plan", play.layer(EveryTransition.PARALLEL));
    var c = play.claim("/Task/B");
    play.fail(play.claim("/Task/A"), FaultKind.INPUT, "no such file");
    correct(1, "B");
    play.returned(c, play.text("late"));
    assertThat(play.state("/Task/B")).isEqualTo(NodeState.READY);
    assertThat(play.refusals).hasSize(1);
    assertThat(play.journal).last().isInstanceOf(JournalEvent.Refused.class);
  }

  @Test
  void aPlanIsShownAndWaitsForItsApproval() {
    play.submit(
        Samples.submitted(
            Samples.project("acme", BigDecimal.ONE, 3, "plan", "tests"), TaskOptions.none()));
    play.run("/Task/Plan", play.layer(Samples.FIX_PLAN));
    assertThat(play.state()).isEqualTo(TaskState.PLAN_REVIEW);
    assertThat(play.dispatches).hasSize(1);
    var waiting = TaskViews.of(play.ledger, hash -> Optional.empty()).waiting().getFirst();
    assertThat(waiting.detail()).contains("/Task/Fix (llm-change): correct the sum");

    play.wish(EveryTransition.answer(play, null, Decision.REJECT, "do not touch main.py"));
    assertThat(play.state()).isEqualTo(TaskState.PLANNING);
    assertThat(play.claim("/Task/Plan").description()).endsWith("Note: do not touch main.py");
    play.run("/Task/Plan", play.layer(Samples.FIX_PLAN));
    play.wish(EveryTransition.answer(play, null, Decision.APPROVE, ""));
    assertThat(play.state()).isEqualTo(TaskState.EXECUTING);
  }

  @Test
  void aDryRunEndsWithThePlanAndRunsNothing() {
    play.submit(
        Samples.submitted(Samples.project("acme", BigDecimal.ONE, 3), Samples.options(null, true)));
    play.run("/Task/Plan", play.layer(Samples.FIX_PLAN));
    assertThat(play.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(play.dispatches).hasSize(1);
    var view =
        TaskViews.of(play.ledger, hash -> play.blobs.text(new dev.taskmaster.blobs.BlobHash(hash)));
    assertThat(view.outcome().text()).contains("/Task/FixApply (apply-change) after Fix");
  }

  @Test
  void exploringEndsInATextMadeFromWhatWasRead() {
    play.submit(
        Samples.submitted(
            Samples.project("acme", BigDecimal.ONE, 3), Samples.options("explore-code", false)));
    play.run(
        "/Task/Plan",
        play.layer(
            """
            #usda 1.0
            def "Task"
            {
                def "Ctx_a" (inherits = </_class_ContextFile>)
                {
                    string path = "a.py"
                }
                def "Ctx_b" (inherits = </_class_ContextSearch>)
                {
                    string query = "def total"
                }
            }
            """));
    play.run("/Task/Ctx_a", play.text("a")).run("/Task/Ctx_b", play.text("b"));
    var answer = play.claim("/Task/Explain");
    assertThat(answer.inputs()).filteredOn(input -> input.context()).hasSize(2);
    play.returned(answer, play.text("it adds up"));
    assertThat(play.state()).isEqualTo(TaskState.COMPLETED);
    var view =
        TaskViews.of(play.ledger, hash -> play.blobs.text(new dev.taskmaster.blobs.BlobHash(hash)));
    assertThat(view.outcome().kind()).isEqualTo("text");
    assertThat(view.outcome().text()).isEqualTo("it adds up");
  }

  @Test
  void aHumanReviewRejectsOrApproves() {
    play.untilReview();
    EveryTransition.wait(play, "/Task/Review");
    assertThat(TaskViews.of(play.ledger, hash -> Optional.empty()).waiting()).hasSize(1);
    play.wish(EveryTransition.answer(play, null, Decision.REJECT, "use Decimal"));
    assertThat(play.state()).isEqualTo(TaskState.REFINING);
    assertThat(play.claim("/Task/Refine1").failure().findings().getFirst().check())
        .isEqualTo("human");
  }

  @Test
  void anAnswerThatNothingWaitsForIsRefused() {
    play.submit().wish(EveryTransition.answer(play, null, Decision.ANSWER, "42"));
    assertThat(play.refusals)
        .extracting(refusal -> refusal.reason())
        .containsExactly("nothing waits for an answer");
  }

  @Test
  void anotherTaskOfTheProjectFindsWhatWasDone() {
    var results =
        new HashMap<dev.taskmaster.graphstore.results.ResultId, dev.taskmaster.events.NodeResult>();
    var first = new Play(Policy.standard(), results, 1);
    first.untilReview();
    var second = new Play(Policy.standard(), results, 2);
    second.submit().run("/Task/Plan", second.layer(Samples.FIX_PLAN));
    assertThat(second.state("/Task/FixApply")).isEqualTo(NodeState.SUCCEEDED);
    assertThat(second.state("/Task/Review")).isEqualTo(NodeState.READY);
    assertThat(second.ledger.record().cacheHits()).isEqualTo(3);

    var other = new Play(Policy.standard(), results, 3);
    other.submit(Samples.submitted(Samples.project("other", null, 3, "tests"), TaskOptions.none()));
    other.run("/Task/Plan", other.layer(Samples.FIX_PLAN));
    assertThat(other.state("/Task/Ctx_main")).isEqualTo(NodeState.READY);
  }

  @Test
  void aPersonCanHaveANodeDoneAnew() {
    play.untilReview();
    play.wish(EveryTransition.amend(play, null, null, "/Task/Fix"));
    assertThat(play.state("/Task/Fix")).isEqualTo(NodeState.READY);
    assertThat(play.state("/Task/Review")).isEqualTo(NodeState.PENDING);
    play.run("/Task/Fix", play.change("diff one"));
    assertThat(play.state("/Task/FixApply")).isEqualTo(NodeState.SUCCEEDED);
  }

  @Test
  void aLearnedGraphIsReferencedByALaterPlan() {
    play.untilReview().run("/Task/Review", play.passed()).run("/Task/Deliver", play.delivered());
    var learned = play.last.learned();
    assertThat(learned.tags()).contains("python", "llm-change");
    var later = new Play();
    later.blobs.put(
        play.blobs.text(new dev.taskmaster.blobs.BlobHash(learned.hash())).orElseThrow());
    later.submit();
    later.run(
        "/Task/Plan",
        later.layer(
            """
            #usda 1.0
            over "Task" (
                references = @graph:%s@</Task>
            )
            {
                over "Fix"
                {
                    string goal = "correct the difference"
                }
            }
            """
                .formatted(learned.hash())));
    assertThat(later.ledger.record().failure()).isNull();
    assertThat(later.state()).isEqualTo(TaskState.EXECUTING);
    assertThat(later.node("/Task/Fix").plan().text("goal")).contains("correct the difference");
    assertThat(later.node("/Task/Fix").plan().kind().wireName()).isEqualTo("llm-change");
    assertThat(later.node("/Task/FixApply").plan().dependsOn())
        .isEqualTo(List.of(new NodePath("/Task/Fix")));
  }
}
