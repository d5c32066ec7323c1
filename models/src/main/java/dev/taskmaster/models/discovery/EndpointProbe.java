package dev.taskmaster.models.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taskmaster.models.wire.WireClient;
import dev.taskmaster.models.wire.WireOutcome.Answered;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** A short question to an endpoint that may not be there. */
final class EndpointProbe {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CAP = 1_000_000;

  private EndpointProbe() {}

  /** The JSON of a 2xx reply; empty for everything else. */
  static Optional<JsonNode> json(HttpRequest request, Duration within) {
    if (new WireClient().exchange(request, within, CAP) instanceof Answered answered
        && answered.successful()) {
      try {
        return Optional.ofNullable(JSON.readTree(answered.body()));
      } catch (JsonProcessingException somethingElse) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
