package dev.taskmaster.graphstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.views.TaskViews;
import dev.taskmaster.views.NodeView.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodingTaskTest {
  private final Play play = new Play();

  @Test
  void aTaskGoesFromItsSubmissionToItsCommit() {
    play.submit();
    assertThat(play.state()).isEqualTo(TaskState.PLANNING);
    assertThat(play.dispatches).hasSize(1);
    assertThat(play.dispatches.getFirst().lane()).isEqualTo("planning");

    play.run("/Task/Plan", play.layer(Samples.FIX_PLAN));
    assertThat(play.state()).isEqualTo(TaskState.EXECUTING);
    play.run("/Task/Ctx_main", play.text("def total(): ..."));
    var fix = play.claim("/Task/Fix");
    assertThat(fix.text("goal")).contains("correct the sum");
    assertThat(fix.inputs()).extracting(input -> input.label()).containsExactly("src/main.py");
    assertThat(fix.opinions().get("goal").layer()).isEqualTo("plan");
    play.returned(fix, play.change("diff one"));
    play.run("/Task/FixApply", play.tree(2));
    assertThat(play.state()).isEqualTo(TaskState.VERIFYING);

    var review = play.claim("/Task/Review");
    assertThat(review.files().tree()).isEqualTo(Samples.tree(2));
    assertThat(review.text("test")).contains("pytest -q");
    play.returned(review, play.passed());
    play.run("/Task/Deliver", play.delivered());

    assertThat(play.state()).isEqualTo(TaskState.COMMITTED);
    var view = TaskViews.of(play.ledger, hash -> java.util.Optional.empty());
    assertThat(view.commit()).isEqualTo(Samples.commit(99).value());
    assertThat(view.outcome().kind()).isEqualTo("commit");
    assertThat(view.nodes().total()).isEqualTo(6);
    assertThat(view.nodes().executed()).isEqualTo(6);
    assertThat(play.refusals).isEmpty();
    assertThat(play.last.learned()).isNotNull();
  }

  @Test
  void theJournalCountsWithoutGaps() {
    play.untilReview();
    assertThat(play.journal)
        .extracting(event -> event.seq())
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(1, play.journal.size()).boxed().toList());
  }

  @Test
  void aRejectionBecomesALayerAndOnlyTheDirtyClosureRunsAgain() {
    play.untilReview().run("/Task/Review", play.rejected("test_sum failed"));
    assertThat(play.state()).isEqualTo(TaskState.REFINING);

    var refine = play.claim("/Task/Refine1");
    assertThat(refine.failure().firstLine()).isEqualTo("test_sum failed");
    assertThat(refine.graph()).extracting(sketch -> sketch.node().name()).contains("Fix", "Review");
    play.returned(
        refine,
        play.correction(
            """
            #usda 1.0
            over "Task"
            {
                over "Fix"
                {
                    string notes:r1 = "invoices may be negative"
                }
            }
            """,
            "/Task/Fix",
            "/Task/Fix.notes:r1"));

    assertThat(play.state()).isEqualTo(TaskState.EXECUTING);
    assertThat(play.ledger.record().round()).isEqualTo(2);
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.SUCCEEDED);
    assertThat(play.state("/Task/Ctx_main")).isEqualTo(NodeState.SUCCEEDED);
    var fix = play.claim("/Task/Fix");
    assertThat(fix.notes()).containsExactly("invoices may be negative");
    play.returned(fix, play.change("diff two")).run("/Task/FixApply", play.tree(3));
    play.run("/Task/Review", play.passed()).run("/Task/Deliver", play.delivered());

    assertThat(play.state()).isEqualTo(TaskState.COMMITTED);
    var view = TaskViews.of(play.ledger, hash -> java.util.Optional.empty());
    assertThat(view.rounds()).isEqualTo(2);
    assertThat(view.nodes().cacheHits()).isEqualTo(2);
    var correction = view.corrections().getFirst();
    assertThat(correction.reran()).isEqualTo(paths("/Task/Fix", "/Task/FixApply", "/Task/Review"));
    assertThat(correction.layer()).isEqualTo("round-2");
    assertThat(correction.failure()).isEqualTo("test_sum failed");
    assertThat(runs("/Task/Fix").getLast().why()).contains("notes:r1 is new (layer round-2)");
    assertThat(runs("/Task/Fix").getLast().correction()).isEqualTo("round-2");
    assertThat(runs("/Task/Ctx_main").getLast().how()).isEqualTo("cache-hit");
  }

  @Test
  void aRerunThatReturnsTheSameStopsTheChange() {
    play.untilReview().run("/Task/Review", play.rejected("test_sum failed"));
    play.run(
        "/Task/Refine1",
        play.correction(
            """
            #usda 1.0
            over "Task"
            {
                over "Ctx_main"
                {
                    string lines = "1-20"
                }
            }
            """,
            "/Task/Ctx_main",
            "/Task/Ctx_main.lines"));
    assertThat(play.state("/Task/Fix")).isEqualTo(NodeState.PENDING);
    play.run("/Task/Ctx_main", play.text("def total(): ..."));

    assertThat(play.state("/Task/Fix")).isEqualTo(NodeState.SUCCEEDED);
    assertThat(runs("/Task/Fix").getLast().how()).isEqualTo("cache-hit");
    assertThat(runs("/Task/Fix").getLast().why()).isEqualTo("its inputs came out the same");
    assertThat(play.state("/Task/Review")).isEqualTo(NodeState.READY);
  }

  private List<Run> runs(String path) {
    return play.node(path).progress().runs();
  }

  private static List<NodePath> paths(String... paths) {
    return java.util.Arrays.stream(paths).map(NodePath::new).toList();
  }
}
