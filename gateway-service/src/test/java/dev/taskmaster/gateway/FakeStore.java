package dev.taskmaster.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The graph store and the prompt service as the gateway sees them: over HTTP, from memory. */
public final class FakeStore implements AutoCloseable {
  public static final FakeStore SHARED = new FakeStore();

  private final HttpServer server;
  private final Map<TaskId, TaskView> tasks = new ConcurrentHashMap<>();
  private final Map<TaskId, GraphView> graphs = new ConcurrentHashMap<>();
  private final Map<TaskId, List<JournalEvent>> journals = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> projects = new ConcurrentHashMap<>();
  private final List<JsonNode> prompts = new CopyOnWriteArrayList<>();

  private FakeStore() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/v1/tasks", this::tasks);
    server.createContext("/internal/v1/projects", this::projects);
    server.createContext("/internal/v1/graphs", exchange -> answer(exchange, 200, List.of()));
    server.createContext("/internal/v1/prompts", this::prompts);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void knows(TaskView task) {
    tasks.put(task.task(), task);
  }

  public void knows(GraphView graph) {
    graphs.put(graph.task(), graph);
  }

  public void wrote(JournalEvent event) {
    journals.computeIfAbsent(event.task(), id -> new CopyOnWriteArrayList<>()).add(event);
  }

  private void tasks(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().split("/");
    if (path.length == 4) {
      var project = parameter(exchange, "project");
      var found =
          tasks.values().stream()
              .filter(task -> project == null || task.project().value().equals(project))
              .toList();
      answer(exchange, 200, Map.of("items", found));
      return;
    }
    var task = new TaskId(path[4]);
    var found =
        switch (path.length == 5 ? "" : path[5]) {
          case "graph" -> graphs.get(task);
          case "journal" -> journal(task, Long.parseLong(parameter(exchange, "after")));
          default -> tasks.get(task);
        };
    answer(exchange, found == null ? 404 : 200, found == null ? Map.of() : found);
  }

  private Object journal(TaskId task, long after) {
    return journals.getOrDefault(task, List.of()).stream()
        .filter(event -> event.seq() > after)
        .map(event -> Map.of("type", EventTypes.nameOf(event), "event", event))
        .toList();
  }

  private void projects(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().split("/");
    if (path.length == 4) {
      answer(exchange, 200, List.copyOf(projects.values()));
    } else if (exchange.getRequestMethod().equals("PUT")) {
      projects.put(path[4], EventJson.mapper().readTree(exchange.getRequestBody()));
      answer(exchange, 200, Map.of());
    } else {
      var found = projects.get(path[4]);
      answer(exchange, found == null ? 404 : 200, found == null ? Map.of() : found);
    }
  }

  private void prompts(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().split("/");
    if (exchange.getRequestMethod().equals("POST")) {
      var prompt = EventJson.mapper().readTree(exchange.getRequestBody());
      if (!prompt.has("text")) {
        answer(exchange, 400, Map.of("detail", "text is missing: say what the model is told"));
        return;
      }
      prompts.add(prompt);
      answer(exchange, 201, prompt);
    } else if (path.length == 4) {
      answer(exchange, 200, prompts);
    } else {
      var found = prompts.stream().filter(p -> p.path("name").asText().equals(path[4])).toList();
      answer(
          exchange,
          found.isEmpty() ? 404 : 200,
          found.isEmpty() ? Map.of("detail", "no prompt is called " + path[4]) : found);
    }
  }

  private static String parameter(HttpExchange exchange, String name) {
    var query = exchange.getRequestURI().getQuery();
    for (var part : (query == null ? "" : query).split("&")) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return null;
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    try (exchange) {
      var bytes =
          new String(EventJson.write(body), StandardCharsets.UTF_8)
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
