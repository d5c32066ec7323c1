package dev.taskmaster.localstack.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TranscriptTest {
  @Test
  void messagesAreReadableOneAfterTheOther() {
    var request =
        "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\\nAlways.\"},{\"role\":\"user\",\"content\":\"Go.\"}]}";

    assertThat(Transcript.readable(request))
        .containsExactly(
            "(model: \"m\", max_tokens: 9)", "[system]", "Be brief.\nAlways.", "[user]", "Go.");
  }

  @Test
  void whatIsNoRequestIsShownAsItIs() {
    assertThat(Transcript.readable("plain {text")).containsExactly("plain {text");
    assertThat(Transcript.readable("{\"a\":1}")).containsExactly("{\"a\":1}");
  }
}
