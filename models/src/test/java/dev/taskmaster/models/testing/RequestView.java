package dev.taskmaster.models.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as the scripted server received it. */
public final class RequestView {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int number;
  private final String method;
  private final String path;
  private final Map<String, List<String>> headers;
  private final byte[] bytes;

  private RequestView(
      int number, String method, String path, Map<String, List<String>> headers, byte[] bytes) {
    this.number = number;
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.bytes = bytes;
  }

  static RequestView of(HttpExchange exchange, int number) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return new RequestView(
        number,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  /** Counts the server's calls for a completion, from 1; 0 for any other request. */
  public int number() {
    return number;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** A header's first value, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** All headers, names in lower case. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The body's size on the wire. */
  public int bytes() {
    return bytes.length;
  }

  public byte[] bodyBytes() {
    return bytes.clone();
  }

  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the request's body is not JSON: " + body(), e);
    }
  }

  /** The provider's model id. */
  public String model() {
    return json().path("model").asText();
  }

  /** Whether it asks for a stream of events. */
  public boolean wantsStream() {
    return json().path("stream").asBoolean(false);
  }

  /** The system text; empty where there is none. */
  public String system() {
    JsonNode apart = json().path("system");
    return apart.isMissingNode() ? textOf("system") : flat(apart);
  }

  /** What the user said, all turns. */
  public String user() {
    return textOf("user");
  }

  /** Everything the model reads. */
  public String wholeText() {
    StringBuilder text = new StringBuilder();
    JsonNode apart = json().path("system");
    if (!apart.isMissingNode()) {
      text.append(flat(apart)).append('\n');
    }
    json().path("messages").forEach(m -> text.append(flat(m.path("content"))).append('\n'));
    return text.toString();
  }

  /** Whether the model reads that text. */
  public boolean contains(String part) {
    return wholeText().contains(part);
  }

  private String textOf(String role) {
    StringBuilder text = new StringBuilder();
    json()
        .path("messages")
        .forEach(
            message -> {
              if (message.path("role").asText().equals(role)) {
                text.append(text.isEmpty() ? "" : "\n").append(flat(message.path("content")));
              }
            });
    return text.toString();
  }

  private static String flat(JsonNode content) {
    if (content.isTextual()) {
      return content.textValue();
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }

  @Override
  public String toString() {
    return method + " " + path + " #" + number + " (" + bytes.length + " bytes)";
  }
}
