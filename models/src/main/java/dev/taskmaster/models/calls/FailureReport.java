package dev.taskmaster.models.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taskmaster.models.wire.WireOutcome.Answered;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a provider said about a failure.
 *
 * @param status the reply's status, or the one an error object inside a 2xx reply names
 * @param words the provider's message or the reply's beginning, on one line
 */
record FailureReport(int status, String words) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 300;
  private static final Pattern CONTEXT =
      Pattern.compile(
          "context[ _]length|context window|maximum context|context size|prompt is too long"
              + "|too many (input )?tokens|input is too long|exceeds the (model's )?context");

  static FailureReport of(Answered answered) {
    Optional<JsonNode> tree = tree(answered.body());
    return new FailureReport(
        answered.successful()
            ? tree.map(FailureReport::embeddedStatus).orElse(answered.status())
            : answered.status(),
        oneLine(tree.flatMap(FailureReport::message).orElse(answered.body())));
  }

  boolean aboutContext() {
    return CONTEXT.matcher(words.toLowerCase(Locale.ROOT)).find();
  }

  /** The words with quotation marks, or what to say where there are none. */
  String quoted() {
    return words.isEmpty() ? "no explanation" : "\"" + words + "\"";
  }

  /** Gateways report a failure behind them as an error object in a 200 reply. */
  private static int embeddedStatus(JsonNode tree) {
    int code = tree.path("error").path("code").asInt(200);
    return code >= 400 && code < 600 ? code : 200;
  }

  private static Optional<String> message(JsonNode tree) {
    JsonNode error = tree.path("error");
    return List.of(error.path("message"), error, tree.path("message"), tree.path("detail")).stream()
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst();
  }

  private static Optional<JsonNode> tree(String body) {
    try {
      return Optional.ofNullable(JSON.readTree(body));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static String oneLine(String text) {
    String start = text.substring(0, Math.min(text.length(), 4 * LONGEST));
    String line = start.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
