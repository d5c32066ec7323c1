package dev.taskmaster.worker.adapter;

import dev.taskmaster.events.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP to one internal service. */
final class JsonHttp implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final URI base;
  private final Duration timeout;
  private final HttpClient client;

  JsonHttp(URI base, Duration timeout) {
    this.base = base;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /**
   * What came back.
   *
   * @param status of HTTP
   */
  record Answer(int status, byte[] body) {
    boolean ok() {
      return status / 100 == 2;
    }

    /** Whether the other side may answer better later. */
    boolean passing() {
      return status >= 500 || status == 408 || status == 429;
    }

    <T> T as(Class<T> type) throws IOException {
      return EventJson.mapper().readValue(body, type);
    }

    <T> List<T> asListOf(Class<T> type) throws IOException {
      var mapper = EventJson.mapper();
      return mapper.readValue(
          body, mapper.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** The beginning of the body, for messages. */
    String excerpt() {
      var text = new String(body, StandardCharsets.UTF_8).strip();
      return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
  }

  Answer post(String path, Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(EventJson.write(body))));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  @Override
  public String toString() {
    return base.toString();
  }

  /** {@code path?a=b&a=c}, without what is null. */
  static String withQuery(String path, List<Map.Entry<String, @Nullable String>> parameters) {
    var query =
        parameters.stream()
            .filter(parameter -> parameter.getValue() != null)
            .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  static String encode(@Nullable String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response.body());
  }
}
