package dev.taskmaster.prompts.adapter.http;

import dev.taskmaster.prompts.InvalidPromptException;
import dev.taskmaster.prompts.PromptDraft;
import dev.taskmaster.prompts.PromptName;
import dev.taskmaster.prompts.PromptVersion;
import dev.taskmaster.prompts.Prompts;
import dev.taskmaster.prompts.Tag;
import dev.taskmaster.prompts.adapter.config.PromptServiceConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds, shows and adds prompts. */
@Path("/internal/v1/prompts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PromptResource {
  private static final int MOST_RESULTS = 500;

  private final Prompts prompts;
  private final PromptServiceConfig config;
  private final Clock clock = Clock.systemUTC();

  PromptResource(Prompts prompts, PromptServiceConfig config) {
    this.prompts = prompts;
    this.config = config;
  }

  /** What a person sends to add a version. */
  public record NewPrompt(
      @Nullable String name,
      @Nullable String text,
      @Nullable List<@Nullable String> tags,
      @Nullable String author) {}

  /** How a node with the prompt ended. */
  public record Outcome(@Nullable Boolean success) {}

  /** The current version of each prompt that has all the tags and the words. */
  @GET
  public List<PromptVersion> search(
      @QueryParam("tag") List<String> tags,
      @QueryParam("q") @Nullable String text,
      @QueryParam("limit") @Nullable Integer limit) {
    int most = limit == null ? config.searchLimit() : limit;
    if (most < 1 || most > MOST_RESULTS) {
      throw InvalidPromptException.of(
          "limit", "is " + most + ": use a number from 1 to " + MOST_RESULTS);
    }
    return prompts.search(tags(tags), text == null ? "" : text, most);
  }

  /** The version to use for work with these tags. */
  @GET
  @Path("best")
  public PromptVersion best(@QueryParam("tag") List<String> tags) {
    if (tags.isEmpty()) {
      throw InvalidPromptException.of("tag", "is missing: say what the prompt is for");
    }
    return prompts
        .best(tags(tags))
        .orElseThrow(
            () ->
                new NotFoundException("no prompt has only tags among " + String.join(", ", tags)));
  }

  /** All versions of a prompt, newest first. */
  @GET
  @Path("{name}")
  public List<PromptVersion> history(@PathParam("name") String name) {
    var versions = prompts.history(new PromptName(name));
    if (versions.isEmpty()) {
      throw new NotFoundException("no prompt is called " + name);
    }
    return versions;
  }

  /** One version. */
  @GET
  @Path("{name}/{version:\\d{1,9}}")
  public PromptVersion show(@PathParam("name") String name, @PathParam("version") int version) {
    return prompts.find(new PromptName(name), version).orElseThrow(() -> noVersion(name, version));
  }

  /** Adds a version; saying the same again answers with the version there is. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@Nullable NewPrompt prompt) {
    if (prompt == null) {
      throw InvalidPromptException.of("body", "is empty: send name, text and tags as JSON");
    }
    var draft = PromptDraft.byPerson(prompt.name(), prompt.text(), prompt.tags(), prompt.author());
    var added = prompts.add(draft, clock.instant().truncatedTo(ChronoUnit.MICROS));
    var place =
        URI.create("/internal/v1/prompts/" + draft.name() + "/" + added.version().version());
    return (added.isNew() ? Response.created(place) : Response.ok().location(place))
        .entity(added.version())
        .build();
  }

  /** Counts how a node with the prompt ended. */
  @POST
  @Path("{name}/{version:\\d{1,9}}/outcome")
  @Consumes(MediaType.APPLICATION_JSON)
  public void outcome(
      @PathParam("name") String name,
      @PathParam("version") int version,
      @Nullable Outcome outcome) {
    if (outcome == null || outcome.success() == null) {
      throw InvalidPromptException.of("success", "is missing: send true or false");
    }
    if (!prompts.recordOutcome(new PromptName(name), version, outcome.success())) {
      throw noVersion(name, version);
    }
  }

  private static List<Tag> tags(List<String> texts) {
    return texts.stream().map(Tag::new).toList();
  }

  private static NotFoundException noVersion(String name, int version) {
    return new NotFoundException("prompt " + name + " has no version " + version);
  }
}
