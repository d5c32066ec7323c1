package dev.taskmaster.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
  private static final Path CATALOGUE = Path.of("..", "docs", "events.md");

  @Test
  void theCatalogueInTheDocumentationIsUpToDate() throws IOException {
    var generated = new EventCatalogue(Path.of("src", "main", "java")).markdown();
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(CATALOGUE.getParent());
      Files.writeString(CATALOGUE, generated);
    }

    assertThat(Files.readString(CATALOGUE))
        .as("docs/events.md; write it with -Ddocs.write=true")
        .isEqualTo(generated);
  }
}
