package dev.taskmaster.prompts.adapter.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FullTextTest {
  @Test
  void wordsAreLookedForWholeAndAsBeginnings() {
    assertThat(FullText.query("Unit test")).contains("(unit^2 OR unit*) AND (test^2 OR test*)");
  }

  @Test
  void operatorsOfTheIndexAreNotPassedOn() {
    assertThat(FullText.query("a* OR \"b:c\" && (\\d)"))
        .get()
        .asString()
        .doesNotContain("\"", ":", "&", "\\");
  }

  @Test
  void aTextWithoutWordsFindsNothing() {
    assertThat(FullText.query("** && !!")).isEmpty();
  }
}
