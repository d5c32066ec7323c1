package dev.taskmaster.models.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.Price;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.Structured;
import dev.taskmaster.models.Tier;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** An Ollama on this machine, or where its own variable {@code OLLAMA_HOST} says. */
final class LocalOllama {

  /** Where nothing listens the answer comes at once; a busy machine may take its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<String, String> env;

  LocalOllama(Map<String, String> env) {
    this.env = env;
  }

  /** Its model that suits code best by name; empty where none answers. */
  Optional<Model> model() {
    return address().flatMap(url -> bestName(url).map(id -> of(url, id)));
  }

  private static Optional<String> bestName(URI url) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/tags")).build();
    return EndpointProbe.json(request, PATIENCE)
        .flatMap(
            list ->
                StreamSupport.stream(list.path("models").spliterator(), false)
                    .map((JsonNode model) -> model.path("name").asText())
                    .filter(name -> !name.isBlank() && !name.contains("embed"))
                    .min(Comparator.comparing((String name) -> !name.contains("code"))));
  }

  private Optional<URI> address() {
    String host = Discovery.value(env, "OLLAMA_HOST").orElse("127.0.0.1:11434");
    String url = host.contains("://") ? host : "http://" + host;
    try {
      URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Model of(URI url, String id) {
    return new Model(
        "local",
        Provider.OLLAMA,
        id,
        Tier.ECONOMY,
        url,
        null,
        Price.FREE,
        Model.DEFAULT_CONTEXT_TOKENS,
        Model.defaultMaxOutputTokens(Model.DEFAULT_CONTEXT_TOKENS),
        Structured.SCHEMA,
        null);
  }
}
