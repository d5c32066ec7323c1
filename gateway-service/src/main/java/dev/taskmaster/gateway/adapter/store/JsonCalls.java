package dev.taskmaster.gateway.adapter.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.gateway.refusals.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Calls another service in JSON; says which one and what to do when it does not answer. */
final class JsonCalls implements AutoCloseable {
  private final String service;
  private final URI base;
  private final Duration answerWithin;
  private final HttpClient client;

  /**
   * @param service its name in {@code ./taskmaster status}
   */
  JsonCalls(String service, URI base, Duration answerWithin) {
    this.service = service;
    this.base = base;
    this.answerWithin = answerWithin;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
  }

  /** An answer: its status and its bytes. */
  record Answer(int status, byte[] body) {}

  /** What is at {@code path}; empty when there is nothing. */
  <T> Optional<T> find(String path, TypeReference<T> type) {
    var answer = send(request(path).GET().build());
    return answer.status() == 404 ? Optional.empty() : Optional.of(read(path, answer, type));
  }

  /** What is at {@code path}, which must be there. */
  <T> T get(String path, TypeReference<T> type) {
    return read(path, send(request(path).GET().build()), type);
  }

  void put(String path, Object body) {
    require(path, send(withBody(request(path), "PUT", EventJson.write(body))));
  }

  /** Sends {@code body} as it is and gives back what came, whatever it was. */
  Answer post(String path, byte[] body) {
    return send(withBody(request(path), "POST", body));
  }

  /** Asks and gives back what came, whatever it was. */
  Answer ask(String path) {
    return send(request(path).GET().build());
  }

  /** A problem that the other service has with what the person sent, in its own words. */
  Refusal refused(Answer answer) {
    var said = problem(answer);
    return answer.status() == 404 ? Refusal.notFound(said) : Refusal.malformed(null, said);
  }

  <T> T read(String path, Answer answer, TypeReference<T> type) {
    require(path, answer);
    try {
      return EventJson.mapper().readValue(answer.body(), type);
    } catch (IOException e) {
      throw Refusal.upstream(
          "The %s service at %s gave an answer to %s that cannot be read: %s"
              .formatted(service, base, path, e.getMessage()),
          e);
    }
  }

  private void require(String path, Answer answer) {
    if (answer.status() == 400 || answer.status() == 422) {
      throw refused(answer);
    }
    if (answer.status() / 100 != 2) {
      throw Refusal.upstream(
          "The %s service at %s answered %s with status %d: %s See './taskmaster logs %s'."
              .formatted(service, base, path, answer.status(), problem(answer), service),
          null);
    }
  }

  private static String problem(Answer answer) {
    try {
      JsonNode json = EventJson.mapper().readTree(answer.body());
      var detail = json == null ? "" : json.path("detail").asText(json.path("title").asText(""));
      if (!detail.isEmpty()) {
        return detail;
      }
    } catch (IOException e) {
      return "no reason was given.";
    }
    return "no reason was given.";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(answerWithin)
        .header("Accept", "application/json");
  }

  private static HttpRequest withBody(HttpRequest.Builder request, String method, byte[] body) {
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofByteArray(body))
        .build();
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw Refusal.unavailable(
          "The %s service does not answer at %s. See './taskmaster status' and './taskmaster logs %s'."
              .formatted(service, base, service),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable("The gateway is stopping.", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
