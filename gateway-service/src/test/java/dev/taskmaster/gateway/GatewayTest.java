package dev.taskmaster.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TaskEvent;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.events.Topics;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.TaskView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@Timeout(120)
class GatewayTest {
  private static final Random RANDOM = new Random();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource URI base;
  private Path folder;

  @BeforeEach
  void folder(@TempDir Path made) {
    folder = made;
  }

  private final FakeStore store = FakeStore.SHARED;

  // --- talking to the gateway ---------------------------------------------------------------

  private HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Object body, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(
                    body instanceof String text
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : EventJson.write(body)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return EventJson.mapper().readTree(response.body());
  }

  private static Map<String, Object> wish(Path repository, String... more) {
    var wish = new LinkedHashMap<String, Object>();
    wish.put("repo", repository.toString());
    wish.put("description", "Fix the sum.");
    for (int i = 0; i < more.length; i += 2) {
      wish.put(more[i], more[i + 1]);
    }
    return wish;
  }

  private GitRepository python() throws Exception {
    return GitRepository.with(
        folder, Map.of("sum.py", "x = 1\n", "test_sum.py", "import unittest\n"));
  }

  private static List<TaskEvent> eventsOf(TaskId task) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", Surroundings.kafka()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.TASKS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<TaskEvent>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                message -> {
                  if (task.value().equals(message.key())) {
                    var type =
                        new String(
                            message.headers().lastHeader("ce_type").value(),
                            StandardCharsets.UTF_8);
                    found.add((TaskEvent) EventJson.read(type, message.value()));
                  }
                });
      }
      return found;
    }
  }

  private static TaskId newId() {
    return TaskId.at(Instant.now(), RANDOM);
  }

  private static TaskView view(TaskId id, TaskState state, TaskView.Waiting... waiting) {
    return new TaskView(
        id,
        state,
        1,
        null,
        null,
        null,
        new TaskView.Nodes(1, 1, 0),
        new TaskView.Cost(BigDecimal.ZERO, "USD", 0, 0, false, 0, 0, Map.of()),
        List.of(),
        new ProjectId("p"),
        "Fix it.",
        null,
        List.of(waiting),
        null,
        Instant.now(),
        null);
  }

  // --- taking on tasks ----------------------------------------------------------------------

  @Test
  void aTaskIsAcknowledgedOnceKafkaHasItAndCanBeReadAtOnce() throws Exception {
    python();

    var response = post("/api/v1/tasks", wish(folder));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    var id = new TaskId(json(response).path("task").asText());
    assertThat(response.headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith("/api/v1/tasks/" + id));
    assertThat(eventsOf(id))
        .singleElement()
        .isInstanceOfSatisfying(
            TaskEvent.TaskSubmitted.class,
            event -> {
              assertThat(event.description()).isEqualTo("Fix the sum.");
              assertThat(event.project().commands().test())
                  .isEqualTo("python3 -m unittest discover -q");
              assertThat(event.source().branch()).isEqualTo("main");
            });
    assertThat(json(get("/api/v1/tasks/" + id)).path("state").asText()).isEqualTo("submitted");
    assertThat(json(get("/api/v1/tasks")).path("items").toString()).contains(id.value());
    assertThat(json(get("/api/v1/tasks/" + id + "/graph")).path("nodes")).isEmpty();
  }

  @Test
  void dirtyTreesAndDetachedHeadsWorkAndAreSaid() throws Exception {
    var repository = python();
    repository.detach();
    repository.write("sum.py", "x = 2\n");
    repository.write("new.py", "");

    var reply = json(post("/api/v1/tasks", wish(folder)));

    assertThat(reply.path("notices").toString())
        .contains("HEAD is detached")
        .contains("sum.py")
        .contains("new.py");
  }

  @Test
  void anUncommittedSettingsFileIsUsedAndSaid() throws Exception {
    python().write("taskmaster.yaml", "project: my-sums\ncommands: {test: ./t}\n");

    var reply = json(post("/api/v1/projects", Map.of("path", folder.toString())));

    assertThat(reply.path("project").path("id").asText()).isEqualTo("my-sums");
    assertThat(reply.path("notices").toString()).contains("taskmaster.yaml is not committed");
    assertThat(json(get("/api/v1/projects/my-sums")).path("commands").path("test").asText())
        .isEqualTo("./t");
  }

  @Test
  void twoFoldersOfOneNameAreTwoProjects() throws Exception {
    var one = folder.resolve("a/app");
    var two = folder.resolve("b/app");
    for (var root : List.of(one, two)) {
      java.nio.file.Files.createDirectories(root);
      GitRepository.with(root, Map.of("go.mod", ""));
    }

    var first =
        json(post("/api/v1/projects", Map.of("path", one.toString())))
            .path("project")
            .path("id")
            .asText();
    var second =
        json(post("/api/v1/projects", Map.of("path", two.toString())))
            .path("project")
            .path("id")
            .asText();
    var again =
        json(post("/api/v1/projects", Map.of("path", two.toString())))
            .path("project")
            .path("id")
            .asText();

    assertThat(second).isNotEqualTo(first).startsWith("app-");
    assertThat(again).isEqualTo(second);
  }

  @Test
  void aRepeatedWishWithOneKeyIsOneTask() throws Exception {
    python();
    var key = "key-" + newId();

    var first = post("/api/v1/tasks", wish(folder), "Idempotency-Key", key);
    var second = post("/api/v1/tasks", wish(folder), "Idempotency-Key", key);
    var other = post("/api/v1/tasks", wish(folder, "as", "fix-bug"), "Idempotency-Key", key);

    var id = json(first).path("task").asText();
    assertThat(json(second).path("task").asText()).isEqualTo(id);
    assertThat(eventsOf(new TaskId(id))).hasSize(1);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(json(other).path("field").asText()).isEqualTo("Idempotency-Key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "description | ''        | 422 | description | no description",
        "repo        | relative  | 422 | repo        | not an absolute path",
        "repo        | /no/such  | 422 | repo        | '/no/such' does not exist",
        "as          | fix-bugs  | 422 | as          | fix-bug, write-test, explore-code",
        "tier        | huge      | 422 | tier        | economy, standard, premium",
        "budget      | -1        | 422 | budget      | below nothing",
        "rounds      | 0         | 422 | rounds      | 1 to 20",
        "rounds      | many      | 400 | rounds      | wrong type",
        "target      | a..b      | 422 | target      | git takes for a branch",
        "reuse       | $(x)      | 422 | reuse       | auto, never",
        "colour      | red       | 400 | colour      | There is no field 'colour'; known are as, budget",
      })
  void aFieldThatCannotBeUsedIsNamed(
      String field, String value, int status, String named, String problem) throws Exception {
    python();

    var response = post("/api/v1/tasks", wish(folder, field, value));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var said = json(response);
    assertThat(said.path("field").asText()).isEqualTo(named);
    assertThat(said.path("detail").asText()).contains(problem);
    assertThat(said.path("type").asText()).startsWith("urn:taskmaster:problem:");
    assertThat(said.path("status").asInt()).isEqualTo(status);
    assertThat(said.path("title").asText()).isNotEmpty();
  }

  @Test
  void brokenAndMissingBodiesAreNamed() throws Exception {
    assertThat(json(post("/api/v1/tasks", "{")).path("detail").asText()).contains("is not JSON");
    assertThat(json(post("/api/v1/tasks", "")).path("detail").asText()).contains("no body");
    assertThat(json(post("/api/v1/tasks", "null")).path("detail").asText()).contains("null");
    assertThat(post("/api/v1/tasks", wish(folder, "description", "x".repeat(40_000))).statusCode())
        .isEqualTo(413);
    assertThat(
            post("/api/v1/tasks", wish(folder, "description", "x".repeat(2_000_000))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void whatIsNoUsableRepositoryIsSaid() throws Exception {
    assertThat(json(post("/api/v1/tasks", wish(folder))).path("detail").asText())
        .contains("not in a git repository");
    var file = java.nio.file.Files.writeString(folder.resolve("file"), "");
    assertThat(json(post("/api/v1/tasks", wish(file))).path("detail").asText())
        .contains("is a file");
    var empty = java.nio.file.Files.createDirectory(folder.resolve("empty"));
    GitRepository.empty(empty);
    assertThat(json(post("/api/v1/tasks", wish(empty))).path("detail").asText())
        .contains("has no commit");
    var bare = folder.resolve("bare.git");
    org.eclipse.jgit.api.Git.init().setBare(true).setDirectory(bare.toFile()).call().close();
    assertThat(json(post("/api/v1/tasks", wish(bare))).path("detail").asText())
        .contains("is a bare repository");
  }

  @Test
  void aCommitThatNothingWouldCheckIsNotStarted() throws Exception {
    var repository = GitRepository.with(folder, Map.of("notes.txt", "x"));

    var refused = post("/api/v1/tasks", wish(folder));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("field").asText()).isEqualTo("test");
    assertThat(json(refused).path("detail").asText())
        .contains("--test CMD")
        .contains("commands.test")
        .contains("review: [self]");
    assertThat(post("/api/v1/tasks", wish(folder, "as", "explore-code")).statusCode())
        .isEqualTo(202);
    assertThat(post("/api/v1/tasks", wish(folder, "test", "make t")).statusCode()).isEqualTo(202);
    repository.write("taskmaster.yaml", "review: [human]");
    repository.commit("settings");
    assertThat(post("/api/v1/tasks", wish(folder)).statusCode()).isEqualTo(202);
  }

  @Test
  void settingsThatCannotBeUsedAreNamedByLineAndKey() throws Exception {
    python().write("taskmaster.yaml", "project: x\ncommands:\n  tets: y\n");

    var said = json(post("/api/v1/tasks", wish(folder)));

    assertThat(said.path("field").asText()).isEqualTo("commands.tets");
    assertThat(said.path("detail").asText())
        .contains("taskmaster.yaml line 3")
        .contains("unknown key");
  }

  // --- guiding tasks ------------------------------------------------------------------------

  @Test
  void aTaskIsCancelledOnceAndNotAfterItsEnd() throws Exception {
    var running = newId();
    var done = newId();
    store.knows(view(running, TaskState.EXECUTING));
    store.knows(view(done, TaskState.COMMITTED));

    assertThat(post("/api/v1/tasks/" + running + "/cancel", "").statusCode()).isEqualTo(202);
    assertThat(eventsOf(running)).singleElement().isInstanceOf(TaskEvent.TaskCancelled.class);
    assertThat(post("/api/v1/tasks/" + done + "/cancel", "").statusCode()).isEqualTo(409);
    assertThat(eventsOf(done)).isEmpty();
  }

  @Test
  void aRejectedTaskIsRetriedWithOtherLimits() throws Exception {
    var id = newId();
    store.knows(view(id, TaskState.REJECTED));

    assertThat(
            post(
                    "/api/v1/tasks/" + id + "/retry",
                    Map.of("rounds", 6, "budget", 3, "fresh", List.of("Fix")))
                .statusCode())
        .isEqualTo(202);

    assertThat(eventsOf(id))
        .singleElement()
        .isInstanceOfSatisfying(
            TaskEvent.TaskAmended.class,
            event -> {
              assertThat(event.rounds()).isEqualTo(6);
              assertThat(event.budget()).isEqualByComparingTo("3");
              assertThat(event.fresh()).containsExactly(new NodePath("/Task/Fix"));
            });
    var running = newId();
    store.knows(view(running, TaskState.EXECUTING));
    assertThat(post("/api/v1/tasks/" + running + "/retry", "").statusCode()).isEqualTo(409);
  }

  @Test
  void anAnswerGoesToTheNodeThatWaits() throws Exception {
    var id = newId();
    store.knows(
        view(
            id,
            TaskState.EXECUTING,
            new TaskView.Waiting(new NodePath("/Task/Ask"), "Which?", null)));

    assertThat(post("/api/v1/tasks/" + id + "/answers", Map.of("text", "The second.")).statusCode())
        .isEqualTo(202);
    assertThat(eventsOf(id))
        .singleElement()
        .isEqualTo(
            new TaskEvent.AnswerGiven(
                id,
                eventsOf(id).getFirst().at(),
                new NodePath("/Task/Ask"),
                TaskEvent.Decision.ANSWER,
                "The second."));
    assertThat(
            json(post("/api/v1/tasks/" + id + "/answers", Map.of("decision", "answer")))
                .path("field")
                .asText())
        .isEqualTo("text");
    assertThat(
            json(post("/api/v1/tasks/" + id + "/answers", Map.of("decision", "maybe")))
                .path("detail")
                .asText())
        .contains("answer, approve or reject");
    assertThat(
            json(post(
                    "/api/v1/tasks/" + id + "/answers",
                    Map.of("decision", "approve", "node", "Fix")))
                .path("field")
                .asText())
        .isEqualTo("node");
    var silent = newId();
    store.knows(view(silent, TaskState.EXECUTING));
    assertThat(post("/api/v1/tasks/" + silent + "/answers", Map.of("text", "x")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    assertThat(get("/api/v1/tasks/" + newId()).statusCode()).isEqualTo(404);
    assertThat(json(get("/api/v1/tasks/" + newId() + "/events")).path("status").asInt())
        .isEqualTo(404);
    assertThat(get("/api/v1/tasks/x").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/projects/nobody").statusCode()).isEqualTo(404);
    assertThat(json(get("/api/v1/tasks?state=odd")).path("field").asText()).isEqualTo("state");
    assertThat(json(get("/api/v1/tasks?limit=9999")).path("field").asText()).isEqualTo("limit");
    assertThat(json(get("/api/v1/nothing")).path("status").asInt()).isEqualTo(404);
  }

  @Test
  void contentIsShownOnlyToWhomItBelongs() throws Exception {
    var id = newId();
    var other = newId();
    store.knows(view(id, TaskState.EXECUTING));
    store.knows(view(other, TaskState.EXECUTING));
    var blobs = new dev.taskmaster.blobs.FolderBlobs(Surroundings.folder.resolve("blobs"));
    var hash = blobs.put("def Task").value();
    store.knows(
        new GraphView(
            id,
            1,
            List.of(),
            List.of(new GraphView.LayerView("task", "a person", hash, "def Task"))));
    store.knows(new GraphView(other, 1, List.of(), List.of()));

    assertThat(get("/api/v1/tasks/" + id + "/blobs/" + hash).body()).isEqualTo("def Task");
    assertThat(get("/api/v1/tasks/" + other + "/blobs/" + hash).statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/tasks/" + id + "/blobs/..%2f..%2fetc%2fpasswd").statusCode())
        .isIn(400, 404);
  }

  @Test
  void promptsPassThroughWithTheWordsOfTheirService() throws Exception {
    var name = "p-" + newId().value().toLowerCase(java.util.Locale.ROOT);

    assertThat(
            post("/api/v1/prompts", Map.of("name", name, "text", "Do it.", "tags", List.of("java")))
                .statusCode())
        .isEqualTo(201);
    assertThat(json(get("/api/v1/prompts/" + name)).path("items").get(0).path("text").asText())
        .isEqualTo("Do it.");
    assertThat(json(get("/api/v1/prompts?tag=java&q=do")).path("items").isArray()).isTrue();
    var refused = post("/api/v1/prompts", Map.of("name", name));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("detail").asText()).contains("text is missing");
    assertThat(get("/api/v1/prompts/nobody").statusCode()).isEqualTo(404);
  }

  // --- live events --------------------------------------------------------------------------

  private static JournalEvent moved(TaskId id, long seq, TaskState to) {
    return new JournalEvent.TaskMoved(id, Instant.now(), seq, TaskState.SUBMITTED, to, 1, "why");
  }

  private void happens(JournalEvent event) throws Exception {
    store.wrote(event);
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", Surroundings.kafka()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var message =
          new ProducerRecord<>(Topics.JOURNAL, event.task().value(), EventJson.write(event));
      message.headers().add("ce_type", EventTypes.nameOf(event).getBytes(StandardCharsets.UTF_8));
      producer.send(message).get();
    }
  }

  private BufferedReader watch(TaskId id, String lastEventId) throws Exception {
    var request =
        HttpRequest.newBuilder(base.resolve("/api/v1/tasks/" + id + "/events"))
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static List<String> lines(BufferedReader stream, String prefix) {
    return stream
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .toList();
  }

  @Test
  void aStreamShowsHistoryThenWhatHappensAndEndsWithTheTask() throws Exception {
    var id = newId();
    store.knows(view(id, TaskState.PLANNING));
    store.wrote(moved(id, 1, TaskState.PLANNING));
    try (var stream = watch(id, null)) {
      assertThat(next(stream, "id:")).isEqualTo("1");
      happens(moved(id, 2, TaskState.EXECUTING));
      assertThat(next(stream, "id:")).isEqualTo("2");
      assertThat(next(stream, "event:")).isEqualTo("journal.task-moved");
      assertThat(EventJson.mapper().readTree(next(stream, "data:")).path("to").asText())
          .isEqualTo("executing");
      assertThat(next(stream, ":")).isEqualTo("still there");
      happens(moved(id, 3, TaskState.COMMITTED));

      assertThat(lines(stream, "id:")).containsExactly("3");
    }
  }

  @Test
  void aStreamGoesOnAfterTheLastEventThatWasSeen() throws Exception {
    var id = newId();
    store.knows(view(id, TaskState.COMMITTED));
    for (long seq = 1; seq <= 4; seq++) {
      store.wrote(moved(id, seq, seq == 4 ? TaskState.COMMITTED : TaskState.EXECUTING));
    }

    try (var stream = watch(id, "2")) {
      assertThat(lines(stream, "id:")).containsExactly("3", "4");
    }
  }

  private static String next(BufferedReader stream, String prefix) throws IOException {
    for (var line = stream.readLine(); line != null; line = stream.readLine()) {
      if (line.startsWith(prefix)) {
        return line.substring(prefix.length()).strip();
      }
    }
    throw new AssertionError("the stream ended before " + prefix);
  }

  // --- the front door -----------------------------------------------------------------------

  private String raw(String method, String path, String... headers) throws IOException {
    try (var socket = new Socket("127.0.0.1", base.getPort())) {
      var request =
          new StringBuilder(
              "%s %s HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n"
                  .formatted(method, path));
      for (var header : headers) {
        request.append(header).append("\r\n");
      }
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPageOfAStrangerIsRefused() throws Exception {
    var own = "127.0.0.1:" + base.getPort();
    assertThat(raw("GET", "/api/v1/tasks", "Host: evil.example"))
        .startsWith("HTTP/1.1 403")
        .contains("problem+json");
    assertThat(raw("GET", "/", "Host: evil.example:" + base.getPort())).startsWith("HTTP/1.1 403");
    assertThat(raw("GET", "/q/openapi", "Host: 127.0.0.1.evil.example")).startsWith("HTTP/1.1 403");
    assertThat(raw("GET", "/api/v1/tasks", "Host: " + own, "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET", "/api/v1/tasks", "Host: " + own, "Origin: null"))
        .startsWith("HTTP/1.1 403");
    assertThat(
            raw(
                "POST",
                "/api/v1/tasks/" + newId() + "/cancel",
                "Host: " + own,
                "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET", "/api/v1/tasks", "Host: " + own, "Origin: http://" + own))
        .startsWith("HTTP/1.1 200");
    assertThat(raw("GET", "/api/v1/tasks", "Host: localhost:" + base.getPort()))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void healthMetricsOpenApiAndThePageAreServed() throws Exception {
    assertThat(get("/q/health").statusCode()).isEqualTo(200);
    assertThat(get("/q/metrics").body()).contains("taskmaster_gateway_watchers");
    assertThat(get("/q/openapi").body())
        .contains("/api/v1/tasks/{id}/events")
        .contains("TaskRequest")
        .contains("TaskView");
    var page = get("/");
    assertThat(page.body()).contains("Task Master");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
  }
}
