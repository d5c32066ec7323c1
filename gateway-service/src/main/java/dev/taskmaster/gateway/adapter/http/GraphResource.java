package dev.taskmaster.gateway.adapter.http;

import dev.taskmaster.gateway.tasks.TaskStore;
import dev.taskmaster.gateway.tasks.TaskStore.GraphQuery;
import dev.taskmaster.gateway.tasks.TaskStore.Page;
import dev.taskmaster.views.GraphMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graphs that worked, to be found and used again. */
@Path("/api/v1/graphs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GraphResource {
  private static final int USUAL_LIMIT = 20;

  private final TaskStore store;

  GraphResource(TaskStore store) {
    this.store = store;
  }

  /** Definitions that fit, best first. */
  @GET
  public Page<GraphMatch> search(
      @QueryParam("q") @Nullable String text,
      @QueryParam("tag") List<String> tags,
      @QueryParam("as") @Nullable String as,
      @QueryParam("project") @Nullable String project,
      @QueryParam("limit") @Nullable Integer limit) {
    return new Page<>(
        store.graphs(new GraphQuery(text, tags, as, project, Bodies.limit(limit, USUAL_LIMIT))),
        null);
  }
}
