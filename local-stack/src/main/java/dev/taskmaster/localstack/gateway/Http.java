package dev.taskmaster.localstack.gateway;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.localstack.cli.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests to the gateway; its problems become failures with the right exit code. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Http(URI base) {
    this.base = base;
  }

  /** One element of a path or value of a query. */
  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  <T> T get(String path, TypeReference<T> type) {
    return read(
        send(request(path).timeout(PATIENCE).GET().build(), BodyHandlers.ofByteArray()), type);
  }

  byte[] bytes(String path) {
    return send(
            HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).GET().build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  <T> T post(String path, Object body, TypeReference<T> type) {
    var request =
        request(path)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(EventJson.write(body)))
            .build();
    return read(send(request, BodyHandlers.ofByteArray()), type);
  }

  /** Opens a stream of events after number {@code after}; an open stream has no time limit. */
  InputStream stream(String path, long after) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(after))
            .GET()
            .build();
    var response = client.send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      try (var body = response.body()) {
        throw problem(response.statusCode(), body.readAllBytes());
      }
    }
    return response.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Accept", "application/json");
  }

  private <B> HttpResponse<B> send(HttpRequest request, BodyHandler<B> body) {
    try {
      var response = client.send(request, body);
      if (response.statusCode() / 100 != 2) {
        var content = response.body() instanceof byte[] bytes ? bytes : new byte[0];
        throw problem(response.statusCode(), content);
      }
      return response;
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.", e);
    }
  }

  private <T> T read(HttpResponse<byte[]> response, TypeReference<T> type) {
    try {
      return EventJson.mapper().readValue(response.body(), type);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "The gateway at %s gave an answer that cannot be read: %s"
              .formatted(base, e.getMessage()),
          e);
    }
  }

  /** The gateway does not answer. */
  CommandFailure unreachable(IOException cause) {
    return CommandFailure.unreachable(
        "The gateway does not answer at %s. './taskmaster status' shows what runs, './taskmaster up --detach' starts the stack."
            .formatted(base),
        cause);
  }

  private static CommandFailure problem(int status, byte[] body) {
    var detail = detail(status, body);
    return switch (status) {
      case 400, 403, 404, 409, 413, 415, 422 -> CommandFailure.badInput(detail);
      case 502, 503, 504 -> CommandFailure.unreachable(detail);
      default -> CommandFailure.failed(detail);
    };
  }

  private static String detail(int status, byte[] body) {
    try {
      JsonNode problem = EventJson.mapper().readTree(body);
      var text = problem == null ? "" : problem.path("detail").asText("");
      if (!text.isEmpty()) {
        return text;
      }
    } catch (IOException e) {
      return "The gateway answered with status %d and no reason.".formatted(status);
    }
    return "The gateway answered with status %d and no reason.".formatted(status);
  }
}
