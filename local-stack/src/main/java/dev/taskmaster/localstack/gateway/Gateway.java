package dev.taskmaster.localstack.gateway;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's REST interface. What it refuses, and that it cannot be reached, is a {@link
 * dev.taskmaster.localstack.cli.CommandFailure} with the right exit code.
 */
public final class Gateway {
  private static final String TASKS = "/api/v1/tasks";
  private static final String PROMPTS = "/api/v1/prompts";
  private static final String PROJECTS = "/api/v1/projects";

  private final URI address;
  private final Http http;

  /**
   * @param address where it answers
   */
  public Gateway(URI address) {
    this.address = address;
    this.http = new Http(address);
  }

  /** Where it answers, also for a browser. */
  public URI address() {
    return address;
  }

  public Accepted submit(TaskWish wish) {
    return http.post(TASKS, wish, new TypeReference<>() {});
  }

  /** A page of tasks, newest first. */
  public Page<TaskView> tasks(
      @Nullable String state, @Nullable String project, @Nullable String cursor, int limit) {
    var path = new StringBuilder(TASKS).append("?limit=").append(limit);
    append(path, "state", state);
    append(path, "project", project);
    append(path, "cursor", cursor);
    return http.get(path.toString(), new TypeReference<>() {});
  }

  public TaskView task(TaskId task) {
    return http.get(TASKS + "/" + task, new TypeReference<>() {});
  }

  public GraphView graph(TaskId task) {
    return http.get(TASKS + "/" + task + "/graph", new TypeReference<>() {});
  }

  /** Why the task went as it did; of one node where one is named. */
  public Explanation explain(TaskId task, @Nullable String node) {
    var path = TASKS + "/" + task + "/explain";
    return http.get(
        node == null ? path : path + "?node=" + Http.encode(node), new TypeReference<>() {});
  }

  /** The text of a prompt, a reply, a diff or a log that the task refers to. */
  public String text(TaskId task, String hash) {
    return new String(
        http.bytes(TASKS + "/" + task + "/blobs/" + hash), java.nio.charset.StandardCharsets.UTF_8);
  }

  public TaskView cancel(TaskId task, String reason) {
    return http.post(
        TASKS + "/" + task + "/cancel", Map.of("reason", reason), new TypeReference<>() {});
  }

  /** Goes on with a task; only what is said changes. */
  public TaskView retry(TaskId task, Map<String, Object> changes) {
    return http.post(TASKS + "/" + task + "/retry", changes, new TypeReference<>() {});
  }

  /**
   * Answers what a node waits for.
   *
   * @param node null where only one waits
   * @param decision {@code answer}, {@code approve} or {@code reject}
   */
  public TaskView answer(TaskId task, @Nullable String node, String decision, String text) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("decision", decision);
    body.put("text", text);
    if (node != null) {
      body.put("node", node);
    }
    return http.post(TASKS + "/" + task + "/answers", body, new TypeReference<>() {});
  }

  /** What happens to a task after event {@code after}: first what did, then what does. */
  public TaskFeed follow(TaskId task, long after) {
    return new TaskFeed(http, TASKS + "/" + task + "/events", after);
  }

  public Page<JsonNode> prompts(List<String> tags, @Nullable String text) {
    var path = new StringBuilder(PROMPTS).append("?limit=200");
    tags.forEach(tag -> append(path, "tag", tag));
    append(path, "q", text);
    return http.get(path.toString(), new TypeReference<>() {});
  }

  /** All versions of a prompt, newest first. */
  public Page<JsonNode> promptHistory(String name) {
    return http.get(PROMPTS + "/" + Http.encode(name), new TypeReference<>() {});
  }

  public JsonNode addPrompt(Map<String, Object> prompt) {
    return http.post(PROMPTS, prompt, new TypeReference<>() {});
  }

  /** Makes the repository at {@code path} known. */
  public JsonNode addProject(String path) {
    return http.post(PROJECTS, Map.of("path", path), new TypeReference<>() {});
  }

  public Page<ProjectSnapshot> projects() {
    return http.get(PROJECTS + "?limit=500", new TypeReference<>() {});
  }

  public ProjectSnapshot project(String id) {
    return http.get(PROJECTS + "/" + Http.encode(id), new TypeReference<>() {});
  }

  private static void append(StringBuilder path, String name, @Nullable String value) {
    if (value != null) {
      path.append('&').append(name).append('=').append(Http.encode(value));
    }
  }
}
