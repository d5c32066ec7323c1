package dev.taskmaster.worker.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.NodePath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A graph store that grants the orders it was given, over real HTTP. Each node is granted once, as
 * the real one does.
 */
public final class FakeGraphStore implements AutoCloseable {
  private final HttpServer server;
  private final Map<NodePath, WorkOrder> orders = new ConcurrentHashMap<>();
  private final Set<NodePath> granted = ConcurrentHashMap.newKeySet();
  private final Set<NodePath> unwanted = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<ClaimRequest> claims = new LinkedBlockingQueue<>();
  private final BlockingQueue<Heartbeat> beats = new LinkedBlockingQueue<>();
  private volatile long leaseMillis = 45_000;
  private volatile int failure;
  private volatile int claimFailure;

  public FakeGraphStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/v1/claims", this::claim);
    server.createContext("/internal/v1/heartbeats", this::beat);
    server.start();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Grants this order to the first that claims it. */
  public FakeGraphStore offer(WorkOrder order) {
    orders.put(order.node(), order);
    return this;
  }

  public FakeGraphStore leases(long millis) {
    leaseMillis = millis;
    return this;
  }

  /** The next heartbeat for the node is answered with stop. */
  public void stop(NodePath node) {
    unwanted.add(node);
  }

  /** Answers everything with this status from now on; 0 answers properly. */
  public void failWith(int status) {
    failure = status;
  }

  /** Answers claims with this status from now on; 0 answers properly. */
  public void failClaimsWith(int status) {
    claimFailure = status;
  }

  /** The claims so far, each once. */
  public BlockingQueue<ClaimRequest> claims() {
    return claims;
  }

  /** The heartbeats so far, each once. */
  public BlockingQueue<Heartbeat> beats() {
    return beats;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void claim(HttpExchange exchange) throws IOException {
    var request =
        EventJson.mapper().readValue(exchange.getRequestBody().readAllBytes(), ClaimRequest.class);
    claims.add(request);
    if (claimFailure != 0) {
      answer(exchange, claimFailure, "down");
    } else {
      answer(exchange, 200, new ClaimReply(request.claims().stream().map(this::decide).toList()));
    }
  }

  private ClaimReply.Decision decide(ClaimRequest.Claim claim) {
    var order = orders.get(claim.node());
    if (order == null || !granted.add(claim.node())) {
      return new ClaimReply.Denied("taken or unknown");
    }
    return new ClaimReply.Granted(order, leaseMillis);
  }

  private void beat(HttpExchange exchange) throws IOException {
    var beat =
        EventJson.mapper().readValue(exchange.getRequestBody().readAllBytes(), Heartbeat.class);
    beats.add(beat);
    var answers =
        beat.beats().stream()
            .map(one -> new Heartbeat.Answer(unwanted.contains(one.node()), "cancelled"))
            .toList();
    answer(exchange, 200, new Heartbeat.Reply(List.copyOf(answers), leaseMillis));
  }

  private void answer(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = EventJson.write(body);
    exchange.sendResponseHeaders(failure == 0 ? status : failure, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
