package dev.taskmaster.graphstore.adapter.http;

import dev.taskmaster.events.InvalidIdException;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jViews;
import dev.taskmaster.graphstore.ledger.TaskLedger;
import dev.taskmaster.graphstore.views.GraphViews;
import dev.taskmaster.graphstore.views.TaskViews;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tasks, their graphs and journals. */
@Path("/internal/v1/tasks")
@RunOnVirtualThread
public class TaskResource {
  private static final int MOST = 500;
  private static final int MOST_EVENTS = 2_000;

  private final Stores stores;

  TaskResource(Stores stores) {
    this.stores = stores;
  }

  /** The newest first; {@code cursor} is the last id of the page before. */
  @GET
  public List<TaskView> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("project") @Nullable String project,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    var store = stores.running();
    var ids = store.views().tasks(state, project, cursor, Math.clamp(limit, 1, MOST));
    var ledgers = store.ledger().read(ids);
    return ids.stream()
        .map(ledgers::get)
        .filter(Objects::nonNull)
        .map(ledger -> TaskViews.of(ledger, store.texts()))
        .toList();
  }

  @GET
  @Path("/{id}")
  public TaskView show(@PathParam("id") String id) {
    return TaskViews.of(task(id), stores.running().texts());
  }

  @GET
  @Path("/{id}/graph")
  public GraphView graph(@PathParam("id") String id) {
    return GraphViews.of(task(id), stores.running().texts());
  }

  /** Events as {@code {"type": …, "event": …}}, the oldest first. */
  @GET
  @Path("/{id}/journal")
  @Produces(MediaType.APPLICATION_JSON)
  public String journal(
      @PathParam("id") String id,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue("2000") int limit) {
    task(id);
    return stores.running().views().journal(id, after, Math.clamp(limit, 1, MOST_EVENTS)).stream()
        .map(TaskResource::entry)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The event's JSON is stored as it went out; its type needs no escaping. */
  private static String entry(Neo4jViews.Entry entry) {
    return "{\"type\":\"" + entry.type() + "\",\"event\":" + entry.json() + "}";
  }

  private TaskLedger task(String id) {
    try {
      var task = stores.running().ledger().read(List.of(new TaskId(id).value())).get(id);
      if (task == null) {
        throw Stores.missing("task " + id);
      }
      return task;
    } catch (InvalidIdException e) {
      throw Stores.problem(Status.NOT_FOUND, String.valueOf(e.getMessage()));
    }
  }
}
