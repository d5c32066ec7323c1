package dev.taskmaster.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.events.Topics;
import dev.taskmaster.localstack.parts.Installation;
import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.localstack.parts.Services;
import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.ProcessState;
import dev.taskmaster.localstack.state.StackFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** One stack, with the real broker and database, through its life. */
@TestMethodOrder(OrderAnnotation.class)
class LocalStackIT {
  @TempDir static Path folder;

  private static Installation installation;
  private static StackOptions options;
  private static RunningStack stack;

  @BeforeAll
  static void start() throws Exception {
    installation = FakeInstallation.in(Files.createDirectory(folder.resolve("installation")));
    options =
        StackOptions.builder(folder.resolve("data"))
            .startArchives(false)
            .models(new ModelSettings(null, Map.of("SOME_API_KEY", "canary-1")))
            .build();
    stack = new LocalStack(installation, options, StackListener.none()).start();
  }

  @AfterAll
  static void stop() {
    stack.stop();
  }

  @Test
  @Order(1)
  void everyProcessIsReady() {
    assertThat(stack.state().phase()).isEqualTo(Phase.READY);
    assertThat(stack.state().processes())
        .hasSize(2 + Services.ALL.size())
        .allMatch(entry -> entry.state() == ProcessState.READY);
    assertThat(stack.pids()).hasSize(2 + Services.ALL.size());
  }

  @Test
  @Order(2)
  void theTopicsExist() throws Exception {
    assertThat(topics()).containsAll(Topics.all());
  }

  @Test
  @Order(3)
  void theSecondStartFindsTheFirst() {
    try (var second = new LocalStack(installation, options, StackListener.none()).start()) {
      assertThat(second.isOwned()).isFalse();
      assertThat(second.pids()).isEqualTo(stack.pids());
      assertThat(second.gatewayUri()).isEqualTo(stack.gatewayUri());
    }
    assertThat(stack.pids()).hasSize(2 + Services.ALL.size());
  }

  @Test
  @Order(4)
  void onlyWorkersSeeTheKeysOfModels() throws Exception {
    for (var service : Services.ALL) {
      var environment = environmentOf(service.name());
      assertThat(environment.contains("canary-1"))
          .as(service.name())
          .isEqualTo(service.callsModels());
      assertThat(environment)
          .contains("KAFKA_BOOTSTRAP_SERVERS=" + stack.bootstrapServers())
          .contains("QUARKUS_NEO4J_URI=" + stack.boltUri())
          .contains("TASKMASTER_GATEWAY_URL=" + stack.gatewayUri())
          .contains("TASKMASTER_GRAPH_STORE_URL=" + stack.process("graph-store").uri())
          .contains("TASKMASTER_PROMPTS_URL=" + stack.process("prompt").uri())
          .contains("TASKMASTER_UNSAFE_HOST_EXEC=false");
    }
  }

  @Test
  @Order(5)
  void theStackFileHoldsNoKey() throws Exception {
    assertThat(Files.readString(new StackFile(options.dataDir()).path()))
        .doesNotContain("canary-1");
  }

  @Test
  @Order(6)
  void otherModelsRestartTheWorkersAlone() throws Exception {
    var before = stack.pids();
    var fingerprint = stack.state().models();
    var attached = LocalStack.find(options.dataDir()).orElseThrow();
    attached.restartWorkers(new ModelSettings(null, Map.of("OTHER_API_KEY", "canary-2")));
    var after = stack.pids();
    for (var service : Services.ALL) {
      assertThat(after.get(service.name()).equals(before.get(service.name())))
          .as(service.name() + " is the process it was")
          .isNotEqualTo(service.callsModels());
    }
    assertThat(environmentOf("planner")).contains("canary-2").doesNotContain("canary-1");
    assertThat(stack.state().models()).isNotEqualTo(fingerprint);
  }

  @Test
  @Order(7)
  void aProcessThatIsKilledIsStartedAgain() throws Exception {
    var killed = ProcessHandle.of(stack.pids().get("executor")).orElseThrow();
    killed.destroyForcibly();
    killed.onExit().get(10, TimeUnit.SECONDS);
    var entry = awaitRestartOf("executor");
    assertThat(entry.restarts()).isEqualTo(1);
    assertThat(entry.identity().pid()).isNotEqualTo(killed.pid());
    assertThat(environmentOf("executor")).contains("canary-2");
  }

  @Test
  @Order(8)
  void aRestartKeepsTheAddress() {
    var uri = stack.process("prompt").uri();
    var pid = stack.pids().get("prompt");
    stack.restart("prompt");
    assertThat(stack.process("prompt").uri()).isEqualTo(uri);
    assertThat(stack.pids().get("prompt")).isNotEqualTo(pid);
    assertThatThrownBy(() -> stack.restart("nothing")).hasMessageContaining("'nothing'");
  }

  @Test
  @Order(9)
  void stateSurvivesDownAndUp() throws Exception {
    try (var driver = GraphDatabase.driver(stack.boltUri(), AuthTokens.none())) {
      driver.executableQuery("CREATE (:Survivor {id: 'here'})").execute();
    }
    try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(new org.apache.kafka.clients.admin.NewTopic("survivor", 1, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    var processes = stack.pids().values().stream().map(ProcessHandle::of).toList();

    stack.stop();

    assertThat(processes).noneMatch(process -> process.map(ProcessHandle::isAlive).orElse(false));
    assertThat(LocalStack.find(options.dataDir())).isEmpty();
    var onlyData =
        StackOptions.builder(options.dataDir())
            .brokerAndDatabaseOnly()
            .startArchives(false)
            .build();
    stack = new LocalStack(installation, onlyData, StackListener.none()).start();
    assertThat(topics()).contains("survivor");
    try (var driver = GraphDatabase.driver(stack.boltUri(), AuthTokens.none())) {
      var found = driver.executableQuery("MATCH (s:Survivor) RETURN s.id AS id").execute();
      assertThat(found.records())
          .singleElement()
          .matches(r -> r.get("id").asString().equals("here"));
    }
  }

  private static dev.taskmaster.localstack.state.ProcessEntry awaitRestartOf(String name)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < deadline) {
      var entry = stack.process(name);
      if (entry.restarts() > 0 && entry.state() == ProcessState.READY) {
        return entry;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(name + " was not started again: " + stack.process(name));
  }

  private static Set<String> topics() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      return admin.listTopics().names().get(20, TimeUnit.SECONDS);
    }
  }

  private static String environmentOf(String service) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(stack.process(service).uri() + "/environment")).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
