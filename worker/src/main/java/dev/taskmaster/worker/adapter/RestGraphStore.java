package dev.taskmaster.worker.adapter;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.views.GraphMatch;
import dev.taskmaster.worker.Claims;
import dev.taskmaster.worker.StoreRefusedException;
import dev.taskmaster.worker.StoreUnreachableException;
import dev.taskmaster.worker.prompts.GraphLibrary;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** The graph store's internal REST interface, as far as workers use it. */
public final class RestGraphStore implements Claims, GraphLibrary, AutoCloseable {
  private final JsonHttp http;

  /**
   * @param base such as {@code http://127.0.0.1:8081}
   */
  public RestGraphStore(URI base) {
    this(base, Duration.ofSeconds(8));
  }

  RestGraphStore(URI base, Duration timeout) {
    this.http = new JsonHttp(base, timeout);
  }

  @Override
  public ClaimReply claim(ClaimRequest request) {
    return call(
        "claims",
        () -> http.post("/internal/v1/claims", request),
        answer -> answer.as(ClaimReply.class));
  }

  @Override
  public Heartbeat.Reply beat(Heartbeat heartbeat) {
    return call(
        "heartbeats",
        () -> http.post("/internal/v1/heartbeats", heartbeat),
        answer -> answer.as(Heartbeat.Reply.class));
  }

  @Override
  public List<GraphMatch> find(
      String query, List<String> tags, @Nullable String as, ProjectId project, int limit) {
    var parameters = new ArrayList<Entry<String, @Nullable String>>();
    parameters.add(parameter("q", query));
    tags.forEach(tag -> parameters.add(parameter("tag", tag)));
    parameters.add(parameter("as", as));
    parameters.add(parameter("project", project.value()));
    parameters.add(parameter("limit", Integer.toString(limit)));
    var path = JsonHttp.withQuery("/internal/v1/graphs", parameters);
    return call("graphs", () -> http.get(path), answer -> answer.asListOf(GraphMatch.class));
  }

  @Override
  public void close() {
    http.close();
  }

  private static Entry<String, @Nullable String> parameter(String name, @Nullable String value) {
    return new java.util.AbstractMap.SimpleImmutableEntry<>(name, value);
  }

  private <T> T call(String what, Sending sending, Reading<T> reading) {
    try {
      var answer = sending.send();
      if (answer.ok()) {
        return reading.read(answer);
      }
      var problem =
          "graph store %s answered %d to %s: %s"
              .formatted(http, answer.status(), what, answer.excerpt());
      if (answer.passing()) {
        throw new StoreUnreachableException(problem, null);
      }
      throw new StoreRefusedException(problem);
    } catch (IOException e) {
      throw new StoreUnreachableException(
          "graph store %s does not answer %s: %s".formatted(http, what, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnreachableException("interrupted while asking for " + what, e);
    }
  }

  private interface Sending {
    JsonHttp.Answer send() throws IOException, InterruptedException;
  }

  private interface Reading<T> {
    T read(JsonHttp.Answer answer) throws IOException;
  }
}
