package dev.taskmaster.graphstore.adapter.http;

import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.views.GraphMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graphs of earlier tasks, and projects. */
@Path("/internal/v1")
@RunOnVirtualThread
public class LibraryResource {
  private static final int MOST = 50;

  private final Stores stores;

  LibraryResource(Stores stores) {
    this.stores = stores;
  }

  @GET
  @Path("/graphs")
  public List<GraphMatch> graphs(
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("tag") List<String> tags,
      @QueryParam("as") @Nullable String as,
      @QueryParam("project") @Nullable String project,
      @QueryParam("limit") @DefaultValue("5") int limit) {
    var store = stores.running();
    var readyMade = as == null || as.isBlank() ? null : as;
    return store
        .views()
        .graphs(query, tags, readyMade, project, Math.clamp(limit, 1, MOST), store.texts());
  }

  @PUT
  @Path("/projects/{id}")
  public ProjectSnapshot put(@PathParam("id") String id, ProjectSnapshot project) {
    if (!project.id().value().equals(id)) {
      throw Stores.problem(
          Status.BAD_REQUEST,
          "the project is called %s, the address says %s".formatted(project.id(), id));
    }
    stores.running().views().putProject(project);
    return project;
  }

  @GET
  @Path("/projects")
  public List<ProjectSnapshot> projects() {
    return stores.running().views().projects();
  }

  @GET
  @Path("/projects/{id}")
  public ProjectSnapshot project(@PathParam("id") String id) {
    return stores.running().views().project(id).orElseThrow(() -> Stores.missing("project " + id));
  }
}
