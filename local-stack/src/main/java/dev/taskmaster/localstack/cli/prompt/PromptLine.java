package dev.taskmaster.localstack.cli.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.localstack.live.Columns;
import java.util.ArrayList;

/** A version of a prompt in one line. */
final class PromptLine {
  private PromptLine() {}

  static String of(JsonNode prompt) {
    var tags = new ArrayList<String>();
    prompt.path("tags").forEach(tag -> tags.add(tag.asText()));
    long uses = prompt.path("uses").asLong();
    var outcome =
        uses == 0 ? "" : "%d of %d went well".formatted(prompt.path("successes").asLong(), uses);
    return "%s  %s  %s  %s"
        .formatted(
            Columns.fit(prompt.path("name").asText() + "@" + prompt.path("version").asText(), 28),
            Columns.fit("[" + String.join(", ", tags) + "]", 34),
            Columns.fit(prompt.path("author").asText(), 12),
            outcome);
  }
}
