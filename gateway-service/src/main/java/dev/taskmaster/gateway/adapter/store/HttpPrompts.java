package dev.taskmaster.gateway.adapter.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prompt service, by its internal REST interface; its prompts pass through as they are. */
public final class HttpPrompts implements AutoCloseable {
  private static final String ROOT = "/internal/v1/prompts";

  private final JsonCalls calls;

  /**
   * @param base where it answers
   * @param answerWithin how long it may take
   */
  public HttpPrompts(URI base, Duration answerWithin) {
    this.calls = new JsonCalls("prompt", base, answerWithin);
  }

  /** The current version of each prompt that has all the tags and the words. */
  public List<JsonNode> search(List<String> tags, @Nullable String text, int limit) {
    var path = new Query(ROOT).with("q", text).with("limit", limit);
    tags.forEach(tag -> path.with("tag", tag));
    return calls.get(path.toString(), new TypeReference<>() {});
  }

  /**
   * All versions of a prompt, newest first.
   *
   * @throws dev.taskmaster.gateway.refusals.Refusal when there is none of that name
   */
  public List<JsonNode> history(String name) {
    var path = ROOT + "/" + Query.element(name);
    var answer = calls.ask(path);
    if (answer.status() == 404) {
      throw calls.refused(answer);
    }
    return calls.read(path, answer, new TypeReference<>() {});
  }

  /** A prompt's new version, and whether it is one. */
  public record Added(JsonNode prompt, boolean isNew) {}

  /** Adds a version. */
  public Added add(byte[] prompt) {
    var answer = calls.post(ROOT, prompt);
    return new Added(calls.read(ROOT, answer, new TypeReference<>() {}), answer.status() == 201);
  }

  @Override
  public void close() {
    calls.close();
  }
}
