package dev.taskmaster.localstack.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.localstack.state.ControlPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {
  private final List<ControlRequest> handled = Collections.synchronizedList(new ArrayList<>());
  private final ControlServer server = ControlServer.open();
  private final ControlClient client = new ControlClient(server.point());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRequestArrivesAsItWasSent() {
    server.serve(handled::add);
    var request =
        ControlRequest.RestartWorkers.of(new ModelSettings(null, Map.of("A_API_KEY", "v")));
    client.ask(request);
    client.ask(new ControlRequest.Restart("kafka"));
    assertThat(handled).containsExactly(request, new ControlRequest.Restart("kafka"));
  }

  @Test
  void whoDoesNotKnowTheTokenIsRefused() {
    server.serve(handled::add);
    var stranger = new ControlClient(new ControlPoint(server.point().port(), "guess"));
    assertThatThrownBy(() -> stranger.ask(new ControlRequest.Stop()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("token");
    assertThat(handled).isEmpty();
  }

  @Test
  void whatCouldNotBeDoneIsTold() {
    server.serve(
        request -> {
          throw new IllegalArgumentException("the stack has no process 'x'");
        });
    assertThatThrownBy(() -> client.ask(new ControlRequest.Restart("x")))
        .hasMessageContaining("no process 'x'");
  }

  @Test
  void aStackIsIdleOnlyWhileNobodyHoldsALease() throws Exception {
    server.serve(handled::add);
    assertThat(server.leases().idleFor(Duration.ZERO)).isTrue();
    var lease = client.lease();
    assertThat(server.leases().idleFor(Duration.ZERO)).isFalse();
    lease.close();
    while (!server.leases().idleFor(Duration.ZERO)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theTokenIsNotShown() {
    assertThat(server.point().toString()).doesNotContain(server.point().token());
  }
}
