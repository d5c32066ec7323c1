package dev.taskmaster.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptDraftTest {

  @Test
  void tagsAreSortedAndSaidOnce() {
    var draft = PromptDraft.byPerson("p", "x", List.of("Unreal  Plugin", "c++", "C++"), null);

    assertThat(draft.tags()).extracting(Tag::value).containsExactly("c++", "unreal plugin");
    assertThat(draft.author()).isEqualTo("person");
  }

  @Test
  void lineEndsAndTrailingSpaceDoNotMakeADifference() {
    assertThat(PromptDraft.byPerson("p", "a\r\nb\n\n", List.of(), null).text()).isEqualTo("a\nb");
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    var thrown =
        catchThrowableOfType(
            InvalidPromptException.class,
            () ->
                PromptDraft.byPerson("No!", " \n", Arrays.asList("ok", null, "{x}"), "taskmaster"));

    assertThat(thrown.violations())
        .extracting(InvalidPromptException.Violation::field)
        .containsExactly("name", "text", "tags[1]", "tags[2]", "author");
  }

  @Test
  void aTextAtTheLimitIsTakenAndOneByteMoreIsNot() {
    var most = "é".repeat(PromptDraft.MOST_BYTES / 2);
    assertThat(PromptDraft.byPerson("p", most, List.of(), null).text()).isEqualTo(most);

    var thrown =
        catchThrowableOfType(
            InvalidPromptException.class,
            () -> PromptDraft.byPerson("p", most + "x", List.of(), null));
    assertThat(thrown).hasMessageContaining("text: has 65537 bytes").hasMessageContaining("65536");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code generation", "c#", ".net", "PyQt", "gameplay/ability", "日本", "x"})
  void aTagMayBe(String text) {
    assertThat(Tag.valid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-x", "a,b", "a\"b", "a{b", "a\u0000b", "x-"})
  void aTagMayNotBe(String text) {
    assertThat(Tag.valid(text)).isFalse();
  }
}
