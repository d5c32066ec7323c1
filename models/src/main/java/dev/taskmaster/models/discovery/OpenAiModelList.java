package dev.taskmaster.models.discovery;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an OpenAI-compatible endpoint says it serves. */
final class OpenAiModelList {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private OpenAiModelList() {}

  /** The first model's id; empty where the endpoint does not say. */
  static Optional<String> first(URI base, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + "/models"));
    if (key != null && key.strip().chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      request.header("Authorization", "Bearer " + key.strip());
    }
    return EndpointProbe.json(request.build(), PATIENCE)
        .map(list -> list.path("data").path(0).path("id").asText())
        .filter(id -> !id.isBlank());
  }
}
