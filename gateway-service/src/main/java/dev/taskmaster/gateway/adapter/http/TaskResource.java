package dev.taskmaster.gateway.adapter.http;

import dev.taskmaster.events.TaskState;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.gateway.tasks.AnswerRequest;
import dev.taskmaster.gateway.tasks.Explanation;
import dev.taskmaster.gateway.tasks.GuideTask;
import dev.taskmaster.gateway.tasks.RetryRequest;
import dev.taskmaster.gateway.tasks.SubmitTask;
import dev.taskmaster.gateway.tasks.TaskBlobs;
import dev.taskmaster.gateway.tasks.TaskRequest;
import dev.taskmaster.gateway.tasks.TaskStore.Page;
import dev.taskmaster.gateway.tasks.TaskStore.TaskQuery;
import dev.taskmaster.gateway.tasks.Tasks;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tasks: taking them on, showing them, guiding them. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TaskResource {
  private static final int USUAL_LIMIT = 50;

  private final SubmitTask submit;
  private final Tasks tasks;
  private final GuideTask guide;
  private final TaskBlobs blobs;

  TaskResource(SubmitTask submit, Tasks tasks, GuideTask guide, TaskBlobs blobs) {
    this.submit = submit;
    this.tasks = tasks;
    this.guide = guide;
    this.blobs = blobs;
  }

  /** Takes on a task; answers once it is certain to be worked on. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(schema = @Schema(implementation = TaskRequest.class)))
  public RestResponse<SubmitTask.Accepted> submit(
      @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
    var accepted = submit.submit(Bodies.read(body, TaskRequest.class), key);
    return RestResponse.ResponseBuilder.<SubmitTask.Accepted>create(202)
        .location(URI.create("/api/v1/tasks/" + accepted.task()))
        .entity(accepted)
        .build();
  }

  /** A page of tasks, newest first. */
  @GET
  public Page<TaskView> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("project") @Nullable String project,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    var known = Arrays.stream(TaskState.values()).map(TaskState::wireName).toList();
    if (state != null && !known.contains(state)) {
      throw Refusal.malformed(
          "state",
          "'%s' is no state of a task: say one of %s."
              .formatted(state, known.stream().collect(Collectors.joining(", "))));
    }
    return tasks.list(new TaskQuery(state, project, cursor, Bodies.limit(limit, USUAL_LIMIT)));
  }

  @GET
  @Path("{id}")
  public TaskView show(@PathParam("id") String id) {
    return tasks.require(Bodies.task(id));
  }

  @GET
  @Path("{id}/graph")
  public GraphView graph(@PathParam("id") String id) {
    return tasks.graph(Bodies.task(id));
  }

  /** Why the task, or one of its nodes, went as it did. */
  @GET
  @Path("{id}/explain")
  public Explanation explain(
      @PathParam("id") String id, @QueryParam("node") @Nullable String node) {
    return Explanation.of(tasks, Bodies.task(id), node);
  }

  /** A prompt, reply, diff or log that the task refers to. */
  @GET
  @Path("{id}/blobs/{hash}")
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
  public byte[] blob(@PathParam("id") String id, @PathParam("hash") String hash) {
    return blobs.content(Bodies.task(id), hash);
  }

  @POST
  @Path("{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  @ResponseStatus(202)
  public TaskView cancel(@PathParam("id") String id, byte @Nullable [] body) {
    var said = body == null || body.length == 0 ? Map.of() : Bodies.read(body, Map.class);
    var reason = said.get("reason");
    return guide.cancel(Bodies.task(id), reason == null ? null : reason.toString());
  }

  @POST
  @Path("{id}/retry")
  @Consumes(MediaType.WILDCARD)
  @ResponseStatus(202)
  @RequestBody(content = @Content(schema = @Schema(implementation = RetryRequest.class)))
  public TaskView retry(@PathParam("id") String id, byte @Nullable [] body) {
    var request =
        body == null || body.length == 0
            ? RetryRequest.unchanged()
            : Bodies.read(body, RetryRequest.class);
    return guide.retry(Bodies.task(id), request);
  }

  @POST
  @Path("{id}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  @RequestBody(content = @Content(schema = @Schema(implementation = AnswerRequest.class)))
  public TaskView answer(@PathParam("id") String id, byte @Nullable [] body) {
    return guide.answer(Bodies.task(id), Bodies.read(body, AnswerRequest.class));
  }
}
