package dev.taskmaster.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.live.Events;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class GatewayTest {
  @ParameterizedTest
  @CsvSource({"400, 2", "404, 2", "409, 2", "413, 2", "422, 2", "500, 1", "502, 3", "503, 3"})
  void whatIsRefusedHasTheRightExitCodeAndTheWordsOfTheGateway(int status, int exitCode) {
    try (var fake = new FakeGateway()) {
      fake.refuses("GET /api/v1/tasks/" + Events.TASK, status, "because of this");

      assertThatThrownBy(() -> new Gateway(fake.uri()).task(Events.TASK))
          .isInstanceOfSatisfying(
              CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(exitCode))
          .hasMessage("because of this");
    }
  }

  @Test
  void aGatewayThatDoesNotAnswerIsUnreachable() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThatThrownBy(() -> new Gateway(URI.create("http://127.0.0.1:" + port)).task(Events.TASK))
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
        .hasMessageContaining("./taskmaster status");
  }

  @Test
  void anAnswerThatIsNoJsonIsNamed() {
    try (var fake = new FakeGateway()) {
      fake.answers("GET /api/v1/tasks/" + Events.TASK, 200, "<html>");

      assertThatThrownBy(() -> new Gateway(fake.uri()).task(Events.TASK))
          .hasMessageContaining("cannot be read");
    }
  }

  @Test
  void aStreamThatBreaksIsTakenUpWhereItBroke() throws Exception {
    var story =
        new Events()
            .accepted("x")
            .task(TaskState.PLANNING, 1, "")
            .task(TaskState.EXECUTING, 1, "")
            .task(TaskState.COMMITTED, 1, "");
    try (var fake = new FakeGateway().streams(story.all()).cuttingAfter(2)) {
      var seen = new ArrayList<Long>();

      new Gateway(fake.uri())
          .follow(Events.TASK, 0)
          .forEach((JournalEvent event) -> seen.add(event.seq()));

      assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
      assertThat(fake.requests()).hasSizeGreaterThan(1);
    }
  }
}
