package dev.taskmaster.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StructuredReplyTest {

  @Test
  void leadingThinkingIsRemoved() {
    assertThat(StructuredReply.withoutThoughts("<think>\nhm {\"a\":0}\n</think>\n\nanswer"))
        .isEqualTo("answer");
    assertThat(StructuredReply.withoutThoughts("<think>a</think><thinking>b</thinking>c"))
        .isEqualTo("c");
  }

  @Test
  void thinkingThatNeverEndsLeavesNothing() {
    assertThat(StructuredReply.withoutThoughts("<think>and on and on")).isEmpty();
  }

  @Test
  void thinkingWhoseOpeningTagTheServerSwallowedIsRemoved() {
    assertThat(StructuredReply.withoutThoughts("so, first\n</think>\n\nanswer"))
        .isEqualTo("answer");
  }

  @Test
  void thinkingTagsInsideAnAnswerAreContent() {
    String diff = "-old\n+text.replace(\"</think>\", \"\") // <think>x</think>\n";

    assertThat(StructuredReply.withoutThoughts(diff)).isEqualTo(diff);
  }

  @Test
  void aLongThoughtDoesNotExhaustTheStack() {
    String thought = "word { [ <b> \n".repeat(200_000);

    assertThat(StructuredReply.withoutThoughts("<think>" + thought + "</think>ok")).isEqualTo("ok");
    assertThat(StructuredReply.withoutThoughts(thought + "</think>\nok")).isEqualTo("ok");
  }

  @Test
  void theFirstValueIsTakenOutOfFencesAndProse() {
    assertThat(StructuredReply.json("Sure:\n```json\n{\"a\": [1, \"}\"]}\n```\nDone {x}"))
        .contains("{\"a\": [1, \"}\"]}");
    assertThat(StructuredReply.json("<think>{\"no\":1}</think>[1, {\"b\":2}] and {\"c\":3}"))
        .contains("[1, {\"b\":2}]");
  }

  @Test
  void bracesThatAreNoJsonAreSkipped() {
    assertThat(StructuredReply.json("use {braces} or [this] then {\"ok\":true}"))
        .contains("{\"ok\":true}");
  }

  @Test
  void anObjectCanBeAskedForWhereAnArrayComesFirst() {
    assertThat(StructuredReply.jsonObject("as in [1], see {\"ok\":true}"))
        .contains("{\"ok\":true}");
  }

  @Test
  void aReplyWithoutJsonHasNone() {
    assertThat(StructuredReply.json("I cannot do that.")).isEmpty();
    assertThat(StructuredReply.json("{\"cut\": [1, 2")).isEmpty();
    assertThat(StructuredReply.json("[".repeat(100_000))).isEmpty();
  }
}
