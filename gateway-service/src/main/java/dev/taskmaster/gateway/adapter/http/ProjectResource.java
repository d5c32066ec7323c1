package dev.taskmaster.gateway.adapter.http;

import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.gateway.tasks.RegisterProject;
import dev.taskmaster.gateway.tasks.TaskStore;
import dev.taskmaster.gateway.tasks.TaskStore.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Projects: what is known of the repositories that tasks work on. */
@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProjectResource {
  private static final int USUAL_LIMIT = 100;

  private final RegisterProject register;
  private final TaskStore store;

  ProjectResource(RegisterProject register, TaskStore store) {
    this.register = register;
    this.store = store;
  }

  /**
   * Which repository to make known.
   *
   * @param path the absolute path of a folder in it
   */
  public record NewProject(@Nullable String path) {}

  /** A project as it is known now. */
  public record Registered(ProjectSnapshot project, List<String> notices) {
    public Registered {
      notices = List.copyOf(notices);
    }
  }

  /** Makes a repository known as a project, or brings what is known of it up to date. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = NewProject.class)))
  public RestResponse<Registered> add(byte @Nullable [] body) {
    var path = Bodies.read(body, NewProject.class).path();
    var described = register.register(path == null ? "" : path);
    return RestResponse.ResponseBuilder.<Registered>create(201)
        .location(URI.create("/api/v1/projects/" + described.snapshot().id()))
        .entity(new Registered(described.snapshot(), described.notices()))
        .build();
  }

  @GET
  public Page<ProjectSnapshot> list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return store.projects(cursor, Bodies.limit(limit, USUAL_LIMIT));
  }

  @GET
  @Path("{id}")
  public ProjectSnapshot show(@PathParam("id") String id) {
    return store
        .project(Bodies.project(id))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "No project is called %s: GET /api/v1/projects lists them.".formatted(id)));
  }
}
