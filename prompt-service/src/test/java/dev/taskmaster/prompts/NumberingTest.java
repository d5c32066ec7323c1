package dev.taskmaster.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {
  private static final List<Tag> TAGS = List.of(new Tag("fix"), new Tag("java"));

  @Test
  void theFirstTextOfANameIsVersionOne() {
    assertThat(Numbering.of(said("a"), List.of())).isEqualTo(new Numbering.Next(1));
  }

  @Test
  void theSameTextAgainIsTheSameVersion() {
    var first = version(1, "a", "ann");
    assertThat(Numbering.of(said("a"), List.of(first))).isEqualTo(new Numbering.Same(first));
  }

  @Test
  void anotherTextIsTheNextVersion() {
    assertThat(Numbering.of(said("b"), List.of(version(1, "a", "ann"))))
        .isEqualTo(new Numbering.Next(2));
  }

  @Test
  void otherTagsMakeAnotherVersion() {
    var draft = PromptDraft.byPerson("p", "a", List.of("fix"), "ann");
    assertThat(Numbering.of(draft, List.of(version(1, "a", "ann"))))
        .isEqualTo(new Numbering.Next(2));
  }

  @Test
  void goingBackToAnOlderTextMakesItCurrentAgain() {
    var versions = List.of(version(2, "b", "ann"), version(1, "a", "ann"));
    assertThat(Numbering.of(said("a"), versions)).isEqualTo(new Numbering.Next(3));
  }

  @Test
  void aShippedTextStaysTheSameVersionWhenAPersonOverrodeIt() {
    var shipped = version(1, "a", PromptDraft.SHIPPED);
    var draft = PromptDraft.shipped(new PromptName("p"), "a", TAGS);
    assertThat(Numbering.of(draft, List.of(version(2, "b", "ann"), shipped)))
        .isEqualTo(new Numbering.Same(shipped));
  }

  @Test
  void aShippedTextIsKeptAsShippedEvenWhereAPersonSaysTheSame() {
    var draft = PromptDraft.shipped(new PromptName("p"), "a", TAGS);
    assertThat(Numbering.of(draft, List.of(version(1, "a", "ann"))))
        .isEqualTo(new Numbering.Next(2));
  }

  private static PromptDraft said(String text) {
    return PromptDraft.byPerson("p", text, List.of("java", "Fix"), "ann");
  }

  private static PromptVersion version(int number, String text, String author) {
    return new PromptVersion(
        new PromptName("p"), number, text, TAGS, Numbering.hash(text), author, Instant.EPOCH, 0, 0);
  }
}
