package dev.taskmaster.gateway.adapter.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.tasks.TaskStore;
import dev.taskmaster.views.GraphMatch;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The graph store, by its internal REST interface. */
public final class HttpTaskStore implements TaskStore, AutoCloseable {
  private static final String ROOT = "/internal/v1";

  private final JsonCalls calls;

  /**
   * @param base where it answers
   * @param answerWithin how long it may take
   */
  public HttpTaskStore(URI base, Duration answerWithin) {
    this.calls = new JsonCalls("graph-store", base, answerWithin);
  }

  @Override
  public Optional<TaskView> task(TaskId task) {
    return calls.find(ROOT + "/tasks/" + task, new TypeReference<>() {});
  }

  @Override
  public Page<TaskView> tasks(TaskQuery query) {
    var path =
        new Query(ROOT + "/tasks")
            .with("state", query.state())
            .with("project", query.project())
            .with("cursor", query.cursor())
            .with("limit", query.limit());
    var page = page(path.toString(), TaskView.class);
    boolean mayGoOn = page.next() == null && page.items().size() == query.limit();
    return mayGoOn ? new Page<>(page.items(), page.items().getLast().task().value()) : page;
  }

  @Override
  public Optional<GraphView> graph(TaskId task) {
    return calls.find(ROOT + "/tasks/" + task + "/graph", new TypeReference<>() {});
  }

  @Override
  public List<Entry> journal(TaskId task, long seq) {
    var path = new Query(ROOT + "/tasks/" + task + "/journal").with("after", seq).toString();
    return calls.find(path, new TypeReference<List<Entry>>() {}).orElse(List.of());
  }

  @Override
  public List<GraphMatch> graphs(GraphQuery query) {
    var path =
        new Query(ROOT + "/graphs")
            .with("q", query.text())
            .with("as", query.as())
            .with("project", query.project())
            .with("limit", query.limit());
    query.tags().forEach(tag -> path.with("tag", tag));
    return calls.get(path.toString(), new TypeReference<>() {});
  }

  @Override
  public void keep(ProjectSnapshot project) {
    calls.put(ROOT + "/projects/" + Query.element(project.id().value()), project);
  }

  @Override
  public Optional<ProjectSnapshot> project(ProjectId project) {
    return calls.find(
        ROOT + "/projects/" + Query.element(project.value()), new TypeReference<>() {});
  }

  @Override
  public Page<ProjectSnapshot> projects(@Nullable String cursor, int limit) {
    var path = new Query(ROOT + "/projects").with("cursor", cursor).with("limit", limit);
    return page(path.toString(), ProjectSnapshot.class);
  }

  /** A list is a page whole in itself. */
  private <T> Page<T> page(String path, Class<T> type) {
    var json = calls.get(path, new TypeReference<JsonNode>() {});
    var items = new ArrayList<T>();
    for (var item : json.isArray() ? json : json.path("items")) {
      items.add(EventJson.mapper().convertValue(item, type));
    }
    var next = json.path("next");
    return new Page<>(items, next.isTextual() ? next.asText() : null);
  }

  @Override
  public void close() {
    calls.close();
  }
}
