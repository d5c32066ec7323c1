package dev.taskmaster.prompts.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.prompts.PromptDraft;
import dev.taskmaster.prompts.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedPromptsTest {
  private static final Path FOLDER = Path.of("src/main/resources/prompts");

  @Test
  void theIndexNamesEveryFileAndEachIsCalledAsItsPrompt() throws IOException {
    try (var files = Files.list(FOLDER)) {
      var names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".md"))
              .map(file -> file.substring(0, file.length() - 3))
              .toList();
      assertThat(ShippedPrompts.all())
          .extracting(draft -> draft.name().value())
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void eachIsShortBecauseItTravelsWithEveryRequest() {
    assertThat(ShippedPrompts.all())
        .allSatisfy(draft -> assertThat(draft.text().length()).isLessThan(1200));
  }

  @Test
  void aFileHasAHeadAndAText() {
    var draft = PromptFile.parse("x.md", "---\nname: fix\ntags: [code change, C++]\n---\nDo it.\n");

    assertThat(draft.name().value()).isEqualTo("fix");
    assertThat(draft.tags()).extracting(Tag::value).containsExactly("c++", "code change");
    assertThat(draft.text()).isEqualTo("Do it.");
    assertThat(draft.author()).isEqualTo(PromptDraft.SHIPPED);
  }

  @Test
  void aFileWithoutAHeadIsNamed() {
    assertThatThrownBy(() -> PromptFile.parse("x.md", "Do it."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x.md")
        .hasMessageContaining("tags: […]");
  }
}
