package dev.taskmaster.models.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A model server that says what a script says, on loopback, on a port of its own. It speaks
 * OpenAI's {@code POST /v1/chat/completions} (whole or streamed) and {@code GET /v1/models},
 * Anthropic's {@code POST /v1/messages}, Ollama's {@code POST /api/chat} and {@code GET /api/tags},
 * and records every request with its bytes.
 *
 * <p>Answers that were queued come first, in order; then the rules, the first that does not return
 * null; where none does, the server answers 501 and says so.
 */
public final class ScriptedModelServer implements AutoCloseable {

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Queue<Answer> queued = new ConcurrentLinkedQueue<>();
  private final List<Function<RequestView, Answer>> rules = new CopyOnWriteArrayList<>();
  private final List<RequestView> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger completions = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLong bytesSent = new AtomicLong();
  private volatile List<String> models = List.of("scripted");

  private ScriptedModelServer(HttpServer http) {
    this.http = http;
  }

  /** Starts a server without rules. */
  public static ScriptedModelServer start() {
    try {
      ScriptedModelServer server =
          new ScriptedModelServer(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64));
      server.http.setExecutor(server.threads);
      server.http.createContext("/", server::handle);
      server.http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("the scripted model server could not start", e);
    }
  }

  /** Starts a server with one rule. */
  public static ScriptedModelServer answering(Function<RequestView, Answer> rule) {
    return start().rule(rule);
  }

  /** Adds a rule; it returns null for requests it has nothing to say to. */
  public ScriptedModelServer rule(Function<RequestView, Answer> rule) {
    rules.add(rule);
    return this;
  }

  /** Adds a rule for the requests that pass a test. */
  public ScriptedModelServer when(
      Predicate<RequestView> test, Function<RequestView, Answer> answer) {
    return rule(request -> test.test(request) ? answer.apply(request) : null);
  }

  /** Adds a rule for the requests whose text contains all the parts. */
  public ScriptedModelServer whenAsked(List<String> parts, Answer answer) {
    return when(request -> parts.stream().allMatch(request::contains), request -> answer);
  }

  /** Queues answers for the next requests, before any rule. */
  public ScriptedModelServer next(Answer... answers) {
    queued.addAll(List.of(answers));
    return this;
  }

  /** What {@code GET /v1/models} and {@code GET /api/tags} list. */
  public ScriptedModelServer serving(String... modelIds) {
    models = List.of(modelIds);
    return this;
  }

  /** The address without a path, such as {@code http://127.0.0.1:40000}. */
  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** The base-url of an OpenAI-compatible model. */
  public String baseUrl() {
    return url() + "/v1";
  }

  /** The port. */
  public int port() {
    return http.getAddress().getPort();
  }

  /** One entry of {@code models.yaml} for this server, free of charge. */
  public String entry(String name, String tier) {
    return entry(name, tier, "0", "0");
  }

  /** One entry of {@code models.yaml} for this server, with prices per million tokens. */
  public String entry(String name, String tier, String in, String out) {
    return "  - {name: "
        + name
        + ", provider: openai, base-url: \""
        + baseUrl()
        + "\", model: "
        + name
        + ", tier: "
        + tier
        + ", price-per-mtok: {in: "
        + in
        + ", out: "
        + out
        + "}}\n";
  }

  /** Writes a {@code models.yaml} of entries. */
  public static Path writeModels(Path file, String... entries) {
    try {
      return Files.writeString(file, "currency: USD\nmodels:\n" + String.join("", entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every call for a completion so far, in order of arrival. */
  public List<RequestView> requests() {
    return List.copyOf(requests);
  }

  /** The last call for a completion. */
  public RequestView lastRequest() {
    return requests.getLast();
  }

  /** The bytes of all requests' bodies together. */
  public long bytesReceived() {
    return requests.stream().mapToLong(RequestView::bytes).sum();
  }

  /** How many bytes of {@link Answer#huge} answers were taken off us. */
  public long bytesSent() {
    return bytesSent.get();
  }

  /** How many requests are being answered now. */
  public int inFlight() {
    return inFlight.get();
  }

  /** Waits until nothing is being answered; false when the time was up before. */
  public boolean awaitIdle(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (inFlight.get() > 0 && System.nanoTime() < end) {
      closing.await(10, TimeUnit.MILLISECONDS);
    }
    return inFlight.get() == 0;
  }

  void sent(int bytes) {
    bytesSent.addAndGet(bytes);
  }

  /** Waits; true when the server was closed meanwhile. */
  boolean awaitClose(Duration atMost) throws InterruptedException {
    return closing.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void handle(HttpExchange exchange) throws IOException {
    inFlight.incrementAndGet();
    try (exchange) {
      boolean completion = exchange.getRequestMethod().equals("POST");
      RequestView request =
          RequestView.of(exchange, completion ? completions.incrementAndGet() : 0);
      if (completion) {
        requests.add(request);
      }
      (completion ? answer(request) : listing(request)).send(exchange, request, this);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private Answer answer(RequestView request) {
    Answer next = queued.poll();
    if (next != null) {
      return next;
    }
    try {
      for (Function<RequestView, Answer> rule : rules) {
        Answer answer = rule.apply(request);
        if (answer != null) {
          return answer;
        }
      }
    } catch (RuntimeException e) {
      return Answer.status(501, "the script failed: " + e);
    }
    return Answer.status(501, "the script has no answer to request " + request.number());
  }

  private Answer listing(RequestView request) {
    StringBuilder list = new StringBuilder();
    boolean ollama = request.path().equals("/api/tags");
    for (String id : models) {
      list.append(list.isEmpty() ? "" : ",")
          .append(ollama ? "{\"name\":\"" : "{\"object\":\"model\",\"id\":\"")
          .append(id)
          .append("\"}");
    }
    if (ollama) {
      return Answer.raw(200, "application/json", "{\"models\":[" + list + "]}");
    }
    return request.path().equals("/v1/models")
        ? Answer.raw(200, "application/json", "{\"object\":\"list\",\"data\":[" + list + "]}")
        : Answer.status(404, "no such path");
  }

  /** Stops the server; answers that wait end at once. */
  @Override
  public void close() {
    closing.countDown();
    http.stop(0);
    threads.shutdownNow();
  }

  @Override
  public String toString() {
    return "ScriptedModelServer[" + url() + "]";
  }
}
