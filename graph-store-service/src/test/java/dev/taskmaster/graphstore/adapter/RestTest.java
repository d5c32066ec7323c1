package dev.taskmaster.graphstore.adapter;

import static dev.taskmaster.graphstore.adapter.StoreUnderTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.ledger.Samples;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service as it runs, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
class RestTest {
  @TestHTTPResource("/")
  URI base;

  StoreUnderTest stack;

  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> call(String method, String path, Object body) throws Exception {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("content-type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(EventJson.write(body)))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private <T> T get(String path, Class<T> type) throws Exception {
    var response = call("GET", path, null);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return EventJson.mapper().readValue(response.body(), type);
  }

  @Test
  void aTaskIsTakenClaimedBeatenAndShown() throws Exception {
    var submitted = Samples.submitted(Samples.project("acme", null, 3), TaskOptions.none());
    var task = "/internal/v1/tasks/" + submitted.task();
    stack.send(Topics.TASKS, submitted);
    await(
        "the task is known",
        () -> {
          try {
            return call("GET", task, null).statusCode() == 200;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(get(task, TaskView.class).state().wireName()).isEqualTo("planning");
    await("the dispatch is out", () -> !stack.records(Topics.PLANNING).isEmpty());
    var dispatch =
        (NodeDispatched)
            EventJson.read("node.dispatched", stack.records(Topics.PLANNING).getFirst().value());
    var claim =
        new ClaimRequest(
            "worker-1",
            List.of(
                new ClaimRequest.Claim(
                    dispatch.dispatch(),
                    dispatch.task(),
                    dispatch.node(),
                    dispatch.attempt(),
                    dispatch.epoch(),
                    PriceCeiling.FREE)));
    var reply =
        EventJson.mapper()
            .readValue(call("POST", "/internal/v1/claims", claim).body(), ClaimReply.class);
    assertThat(reply.decisions().getFirst()).isInstanceOf(ClaimReply.Granted.class);
    var granted = (ClaimReply.Granted) reply.decisions().getFirst();
    assertThat(granted.work().description()).isEqualTo(submitted.description());
    assertThat(granted.leaseMillis()).isEqualTo(45_000);

    var beat =
        new Heartbeat(
            "worker-1",
            List.of(
                new Heartbeat.Beat(
                    dispatch.task(), dispatch.node(), dispatch.attempt(), dispatch.epoch()),
                new Heartbeat.Beat(dispatch.task(), dispatch.node(), 9, dispatch.epoch())));
    var answers =
        EventJson.mapper()
            .readValue(call("POST", "/internal/v1/heartbeats", beat).body(), Heartbeat.Reply.class)
            .answers();
    assertThat(answers).extracting(Heartbeat.Answer::stop).containsExactly(false, true);

    var graph = get(task + "/graph", GraphView.class);
    assertThat(graph.nodes().getFirst().state().wireName()).isEqualTo("running");
    assertThat(graph.layers())
        .extracting(GraphView.LayerView::name)
        .containsExactly("task", "project", "coding", "library");
    var journal = get(task + "/journal?after=2", JsonNode.class);
    assertThat(journal.get(0).get("event").get("seq").asInt()).isEqualTo(3);
    assertThat(journal.get(0).get("type").asText()).startsWith("journal.");
    assertThat(get("/internal/v1/tasks?project=acme&limit=1", JsonNode.class)).hasSize(1);
    assertThat(call("GET", "/q/metrics", null).body())
        .contains("taskmaster_lane_claimed{lane=\"planning\"} 1.0");
  }

  @Test
  void projectsAreKept() throws Exception {
    var project = Samples.project("billing-" + stack.name, null, 3);
    assertThat(call("PUT", "/internal/v1/projects/" + project.id(), project).statusCode())
        .isEqualTo(200);
    assertThat(get("/internal/v1/projects/" + project.id(), ProjectSnapshot.class))
        .isEqualTo(project);
    assertThat(call("PUT", "/internal/v1/projects/other", project).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsNotThereIsSaidSo() throws Exception {
    for (var path : List.of("tasks/t-01JD0000000000000000000000", "tasks/nonsense", "projects/x")) {
      var response = call("GET", "/internal/v1/" + path, null);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).contains("detail");
    }
    assertThat(call("POST", "/internal/v1/parked/none/replay", null).statusCode()).isEqualTo(404);
    assertThat(get("/internal/v1/parked", JsonNode.class)).isEmpty();
  }

  @Test
  void graphsAreFoundByTheirWords() throws Exception {
    assertThat(get("/internal/v1/graphs?q=%22a+AND+%28b%5E&project=none", JsonNode.class))
        .isEmpty();
    assertThat(get("/internal/v1/graphs?project=none", JsonNode.class)).isEmpty();
  }

  @Test
  void theServiceIsReady() throws Exception {
    await(
        "it is ready",
        () -> {
          try {
            return call("GET", "/q/health/ready", null).statusCode() == 200;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
