package dev.taskmaster.localstack.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.JournalEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A gateway whose answers a test decides; it keeps what it was asked. */
public final class FakeGateway implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = java.util.Collections.synchronizedList(new ArrayList<>());
  private final List<JournalEvent> events = new ArrayList<>();
  private int cutAfter = Integer.MAX_VALUE;

  private record Answer(int status, byte[] body) {}

  public FakeGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Answers {@code GET /api/v1/tasks} and the like. */
  public FakeGateway answers(String request, int status, Object body) {
    answers.put(
        request,
        new Answer(
            status,
            body instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : EventJson.write(body)));
    return this;
  }

  public FakeGateway refuses(String request, int status, String detail) {
    return answers(request, status, Map.of("detail", detail, "status", status));
  }

  public FakeGateway streams(List<JournalEvent> story) {
    events.addAll(story);
    return this;
  }

  /** Forgets the story told so far for this one. */
  public FakeGateway tells(List<JournalEvent> story) {
    events.clear();
    return streams(story);
  }

  /** Breaks each stream after so many events. */
  public FakeGateway cuttingAfter(int count) {
    cutAfter = count;
    return this;
  }

  /** Each request as {@code METHOD path?query body}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public JsonNode bodyOf(String prefix) throws IOException {
    var request = requests.stream().filter(r -> r.startsWith(prefix)).findFirst().orElseThrow();
    return EventJson.mapper().readTree(request.substring(request.indexOf('{')));
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var path = exchange.getRequestURI().toString();
    requests.add(exchange.getRequestMethod() + " " + path + " " + body);
    if (path.endsWith("/events")) {
      stream(exchange);
      return;
    }
    var key = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    var answer = answers.get(key);
    if (answer == null) {
      answer = new Answer(404, EventJson.write(Map.of("detail", "nothing at " + key)));
    }
    try (exchange) {
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    long after = Long.parseLong(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    int sent = 0;
    for (var event : events) {
      if (event.seq() <= after) {
        continue;
      }
      if (sent++ >= cutAfter) {
        // Closing without the last chunk is a connection that broke.
        exchange.getHttpContext();
        throw new IOException("cut on purpose");
      }
      out.write(
          ": heartbeat\n\nid: %d\nevent: %s\ndata: %s\n\n"
              .formatted(
                  event.seq(),
                  EventTypes.nameOf(event),
                  new String(EventJson.write(event), StandardCharsets.UTF_8))
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
