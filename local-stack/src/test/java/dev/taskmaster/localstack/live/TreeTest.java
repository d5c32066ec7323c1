package dev.taskmaster.localstack.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {
  @Test
  void aTaskInItsSecondRoundShowsStatesCostsAndTheCorrection() {
    var story = Events.secondRound();

    var drawn = new Tree(Style.PLAIN, 100).draw(story.picture(), story.now());

    assertThat(String.join("\n", drawn))
        .isEqualTo(
            """
            Discounts are rounded wrongly on invoices.                                        executing  round 2
             ├─ ↺ Plan                       disaggregate · small (recorded) · found             $0.0012
             ├─ ✓ Ctx_Money                  context-file                                                   0.0s
             ├─ ⠋ Fix                        llm-change · economy                                           1.0s
             ├─ · FixApply                   apply-change
             └─ · Review                     review
             ↻ round 1 failed: test: expected 8 but was 7
               at fault: Fix · round-2 says Fix.notes:r1 · again: Fix, FixApply, Review
             ━━━━━━━━━━━━────────────────── 2/5 nodes  1 found  $0.0012 (recorded)  1.5k tokens  10s"""
                .stripIndent());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120, 200})
  void noLineIsWiderThanTheTerminal(int width) {
    var story = Events.secondRound();

    for (var style : Style.values()) {
      assertThat(new Tree(style, width).draw(story.picture(), story.now()))
          .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(width));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 70, 80, 100})
  void thatAModelIsRecordedIsShownHoweverNarrowTheTerminal(int width) {
    var story = Events.secondRound();

    assertThat(new Tree(Style.PLAIN, width).draw(story.picture(), story.now()))
        .anyMatch(line -> line.contains("Plan") && line.contains("recorded"));
  }

  @Test
  void coloursSayTheStateAndPlainHasNone() {
    var story = Events.secondRound();

    assertThat(new Tree(Style.PLAIN, 80).draw(story.picture(), story.now()))
        .noneMatch(line -> line.contains("\u001b"));
    assertThat(new Tree(Style.COLOURED, 80).draw(story.picture(), story.now()))
        .anyMatch(line -> line.contains("\u001b[32m✓"))
        .anyMatch(line -> line.contains("\u001b[36m⠋"))
        .allSatisfy(
            line ->
                assertThat(line.lastIndexOf("\u001b[0m")).isEqualTo(line.lastIndexOf("\u001b[")));
  }

  @Test
  void aGraphHigherThanTheTerminalShowsWhatIsPressing() {
    var story = new Events().accepted("Much to do.").task(TaskState.EXECUTING, 1, "");
    for (int i = 0; i < 50; i++) {
      story.node("N" + i, NodeKind.COMMAND, "tool");
    }
    story.composed(1);
    for (int i = 0; i < 30; i++) {
      story.moves("N" + i, NodeState.SUCCEEDED, "tool");
    }
    story
        .moves("N40", NodeState.RUNNING, "tool")
        .moves("N41", NodeState.FAILED, "tool", false, "exit 1", null, "0", 5);

    var drawn = new Tree(Style.PLAIN, 80).draw(story.picture(), story.now(), 12);

    assertThat(drawn).hasSizeLessThanOrEqualTo(12);
    assertThat(drawn)
        .anyMatch(line -> line.contains(" N40 "))
        .anyMatch(line -> line.contains("N41") && line.contains("exit 1"));
    assertThat(drawn).anyMatch(line -> line.contains("more nodes, 30 of all done"));
  }

  @Test
  void whatIsSaidCannotMoveTheCursor() {
    var story =
        new Events()
            .accepted("\u001b[2J\u0007evil\rtext\nsecond line")
            .task(TaskState.PLANNING, 1, "");

    assertThat(new Tree(Style.PLAIN, 80).draw(story.picture(), story.now()).getFirst())
        .doesNotContain("\u001b", "\u0007", "\r", "text", "second")
        .contains("evil");
  }

  @Test
  void anEndedTaskStandsStill() {
    var story =
        new Events().accepted("x").task(TaskState.PLANNING, 1, "").task(TaskState.COMMITTED, 1, "");

    var early = new Tree(Style.PLAIN, 80).draw(story.picture(), story.now());
    var late = new Tree(Style.PLAIN, 80).draw(story.picture(), story.now().plusSeconds(500));

    assertThat(late).isEqualTo(early);
    assertThat(late.getLast()).endsWith("2.0s");
  }
}
