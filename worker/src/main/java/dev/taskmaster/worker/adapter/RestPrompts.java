package dev.taskmaster.worker.adapter;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.prompts.PromptText;
import dev.taskmaster.worker.prompts.Prompts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The prompt service over REST. Versions never change and are asked for once. */
public final class RestPrompts implements Prompts, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RestPrompts.class);

  private final JsonHttp http;
  private final Map<String, PromptText> versions = new ConcurrentHashMap<>();

  /**
   * @param base such as {@code http://127.0.0.1:8085}
   */
  public RestPrompts(URI base) {
    this(base, Duration.ofSeconds(5));
  }

  RestPrompts(URI base, Duration timeout) {
    this.http = new JsonHttp(base, timeout);
  }

  @Override
  public PromptText version(String nameAtVersion) {
    var known = versions.get(nameAtVersion);
    if (known != null) {
      return known;
    }
    int at = nameAtVersion.lastIndexOf('@');
    if (at < 1 || at == nameAtVersion.length() - 1) {
      throw new AttemptFailedException(
          FaultKind.CONFIGURATION,
          "prompt '%s' has no version; name it like fix-bug@3".formatted(nameAtVersion));
    }
    var path =
        "/internal/v1/prompts/%s/%s"
            .formatted(
                JsonHttp.encode(nameAtVersion.substring(0, at)),
                JsonHttp.encode(nameAtVersion.substring(at + 1)));
    return remember(get(path, "prompt '" + nameAtVersion + "'"));
  }

  @Override
  public PromptText best(List<String> tags) {
    var parameters = new ArrayList<Entry<String, @Nullable String>>();
    tags.forEach(tag -> parameters.add(new SimpleImmutableEntry<>("tag", tag)));
    var path = JsonHttp.withQuery("/internal/v1/prompts/best", parameters);
    return remember(get(path, "prompt for " + tags));
  }

  @Override
  public void ended(PromptText prompt, boolean well) {
    var path =
        "/internal/v1/prompts/%s/%d/outcome"
            .formatted(JsonHttp.encode(prompt.name()), prompt.version());
    try {
      var answer = http.post(path, Map.of("success", well));
      if (!answer.ok()) {
        LOG.debugf("outcome not noted prompt=%s status=%d", prompt.reference(), answer.status());
      }
    } catch (IOException e) {
      LOG.debugf("outcome not noted prompt=%s problem=%s", prompt.reference(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private PromptText remember(PromptText prompt) {
    versions.put(prompt.reference(), prompt);
    return prompt;
  }

  private PromptText get(String path, String what) {
    try {
      var answer = http.get(path);
      if (answer.ok()) {
        return answer.as(PromptText.class);
      }
      if (answer.passing()) {
        throw unreachable(what, "answered " + answer.status(), null);
      }
      throw new AttemptFailedException(
          FaultKind.CONFIGURATION,
          "the prompt service has no %s (it answered %d); add one with ./taskmaster prompt add FILE"
              .formatted(what, answer.status()));
    } catch (IOException e) {
      throw unreachable(what, e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(what, "interrupted", e);
    }
  }

  private AttemptFailedException unreachable(
      String what, String problem, @Nullable Throwable cause) {
    return new AttemptFailedException(
        new NodeOutcome.Failed(
            FaultKind.TRANSIENT,
            "the prompt service %s gave no %s: %s; it is asked again"
                .formatted(http, what, problem)),
        cause);
  }
}
