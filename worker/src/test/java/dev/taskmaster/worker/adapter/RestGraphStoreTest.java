package dev.taskmaster.worker.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.views.GraphMatch;
import dev.taskmaster.worker.StoreUnreachableException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestGraphStoreTest {
  private final AtomicReference<String> asked = new AtomicReference<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private byte[] answer = new byte[0];
  private boolean hangs;
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          asked.set(exchange.getRequestURI().toString());
          if (hangs) {
            await();
          }
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private RestGraphStore client(Duration timeout) {
    return new RestGraphStore(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), timeout);
  }

  @Test
  void graphsAreFoundByTextTagsAndProject() {
    var match = new GraphMatch("g-1", "fix it", List.of("python"), 0.5, "committed", 1, "#usda");
    answer = EventJson.write(List.of(match));
    try (var store = client(Duration.ofSeconds(20))) {
      assertThat(
              store.find("fix & mend", List.of("c++", "python"), null, new ProjectId("sample"), 3))
          .containsExactly(match);
    }
    assertThat(asked.get())
        .isEqualTo(
            "/internal/v1/graphs?q=fix%20%26%20mend&tag=c%2B%2B&tag=python&project=sample&limit=3");
  }

  @Test
  void aStoreThatDoesNotAnswerInTimeIsUnreachable() {
    hangs = true;
    try (var store = client(Duration.ofMillis(200))) {
      assertThatThrownBy(() -> store.claim(new ClaimRequest("w", List.of())))
          .isInstanceOf(StoreUnreachableException.class);
    }
  }

  @Test
  void anAnswerThatIsNoReplyIsAsGoodAsNone() {
    answer = "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (var store = client(Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> store.claim(new ClaimRequest("w", List.of())))
          .isInstanceOf(StoreUnreachableException.class);
    }
  }
}
