package dev.taskmaster.worker.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.worker.AttemptFailedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestPromptsTest {
  private static final String FIX =
      "{\"name\":\"fix\",\"version\":2,\"text\":\"Fix it.\",\"tags\":[\"code-change\"],\"hash\":\"h\",\"author\":\"x\"}";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private int status = 404;
  private HttpServer server;
  private RestPrompts prompts;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().toString();
          asked.add(path);
          var answer = answers.get(path);
          var bytes = (answer == null ? "no" : answer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? status : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    prompts = new RestPrompts(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    prompts.close();
    server.stop(0);
  }

  @Test
  void aVersionIsAskedForOnce() {
    answers.put("/internal/v1/prompts/fix/2", FIX);

    assertThat(prompts.version("fix@2").text()).isEqualTo("Fix it.");
    assertThat(prompts.version("fix@2").reference()).isEqualTo("fix@2");
    assertThat(asked).hasSize(1);
  }

  @Test
  void theBestIsFoundByItsTags() {
    answers.put("/internal/v1/prompts/best?tag=code-change&tag=c%2B%2B", FIX);

    assertThat(prompts.best(List.of("code-change", "c++")).name()).isEqualTo("fix");
  }

  @Test
  void howANodeEndedIsToldAndNobodyMindsWhereItIsNotHeard() {
    answers.put("/internal/v1/prompts/fix/2", FIX);
    answers.put("/internal/v1/prompts/fix/2/outcome", "");
    var prompt = prompts.version("fix@2");

    prompts.ended(prompt, true);
    server.stop(0);
    prompts.ended(prompt, false);

    assertThat(asked)
        .containsExactly("/internal/v1/prompts/fix/2", "/internal/v1/prompts/fix/2/outcome");
  }

  @Test
  void aMissingPromptIsAQuestionOfConfiguration() {
    assertThatThrownBy(() -> prompts.version("gone@1"))
        .isInstanceOfSatisfying(
            AttemptFailedException.class,
            failed -> {
              assertThat(failed.outcome().fault()).isEqualTo(FaultKind.CONFIGURATION);
              assertThat(failed.outcome().message()).contains("gone@1", "prompt add");
            });
    assertThatThrownBy(() -> prompts.version("versionless"))
        .hasMessageContaining("versionless")
        .hasMessageContaining("fix-bug@3");
  }

  @Test
  void aServiceThatFailsOrIsAwayIsPassingTrouble() {
    status = 503;
    assertThatThrownBy(() -> prompts.best(List.of("x")))
        .isInstanceOfSatisfying(
            AttemptFailedException.class,
            failed -> assertThat(failed.outcome().fault()).isEqualTo(FaultKind.TRANSIENT));
    server.stop(0);
    assertThatThrownBy(() -> prompts.best(List.of("x")))
        .isInstanceOfSatisfying(
            AttemptFailedException.class,
            failed -> assertThat(failed.outcome().fault()).isEqualTo(FaultKind.TRANSIENT));
  }
}
