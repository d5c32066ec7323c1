package dev.taskmaster.localstack.cli.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.EventJson;
import java.util.ArrayList;
import java.util.List;

/** What was sent to a model, so that a person can read it. */
final class Transcript {
  private Transcript() {}

  /** The messages of a request one after the other; anything else as it is. */
  static List<String> readable(String request) {
    try {
      var json = EventJson.mapper().readTree(request);
      if (json != null && json.path("messages").isArray()) {
        return messages(json);
      }
    } catch (JsonProcessingException e) {
      // It is no JSON, so it is readable already.
      return List.of(request.stripTrailing());
    }
    return List.of(request.stripTrailing());
  }

  private static List<String> messages(JsonNode request) {
    var lines = new ArrayList<String>();
    var settings = new ArrayList<String>();
    request
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("messages")) {
                settings.add(field.getKey() + ": " + field.getValue());
              }
            });
    if (!settings.isEmpty()) {
      lines.add("(" + String.join(", ", settings) + ")");
    }
    for (var message : request.path("messages")) {
      lines.add("[" + message.path("role").asText("?") + "]");
      var content = message.path("content");
      lines.add((content.isTextual() ? content.asText() : content.toString()).stripTrailing());
    }
    return lines;
  }
}
