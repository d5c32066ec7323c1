package dev.taskmaster.gateway.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.gateway.adapter.store.HttpPrompts;
import dev.taskmaster.gateway.refusals.Refusal;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Prompts: immutable versions with tags. */
@Path("/api/v1/prompts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PromptResource {
  private static final int USUAL_LIMIT = 50;

  private final HttpPrompts prompts;

  PromptResource(HttpPrompts prompts) {
    this.prompts = prompts;
  }

  /** The current version of each prompt that has all the tags and the words. */
  @GET
  public Page<JsonNode> search(
      @QueryParam("tag") List<String> tags,
      @QueryParam("q") @Nullable String text,
      @QueryParam("limit") @Nullable Integer limit) {
    return new Page<>(prompts.search(tags, text, Bodies.limit(limit, USUAL_LIMIT)), null);
  }

  /** All versions of a prompt, newest first. */
  @GET
  @Path("{name}")
  public Page<JsonNode> history(@PathParam("name") String name) {
    return new Page<>(prompts.history(name), null);
  }

  /** Adds a version; saying the same again answers with the version there is. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public RestResponse<JsonNode> add(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      throw Refusal.malformed(null, "The request has no body: send name, text and tags as JSON.");
    }
    var added = prompts.add(body);
    return RestResponse.ResponseBuilder.<JsonNode>create(added.isNew() ? 201 : 200)
        .location(URI.create("/api/v1/prompts/" + added.prompt().path("name").asText()))
        .entity(added.prompt())
        .build();
  }
}
