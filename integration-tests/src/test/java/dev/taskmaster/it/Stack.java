package dev.taskmaster.it;

import dev.taskmaster.localstack.testing.BrokerAndDatabase;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.RequestView;
import dev.taskmaster.models.testing.ScriptedModelServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * One stack for all tests of the build, with a scripted model endpoint. A test adds rules for its
 * own repository; rules answer by what a request contains, so that tests do not disturb each other.
 */
final class Stack {
  private static final List<Function<RequestView, Optional<Answer>>> RULES =
      new CopyOnWriteArrayList<>();
  private static Stack running;

  final Taskmaster taskmaster;
  final ScriptedModelServer models;

  private Stack(Taskmaster taskmaster, ScriptedModelServer models) {
    this.taskmaster = taskmaster;
    this.models = models;
  }

  /** The stack, started at the first call; it ends with the JVM. */
  static synchronized Stack get() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  /** The newest rule that has an answer answers. */
  static void rule(Function<RequestView, Optional<Answer>> rule) {
    RULES.addFirst(rule);
  }

  /** Answers {@code reply} to requests that contain all of {@code parts}. */
  static void whenAsked(String reply, String... parts) {
    rule(
        request ->
            List.of(parts).stream().allMatch(request::contains)
                ? Optional.of(Answer.text(reply))
                : Optional.empty());
  }

  /** The requests that contain {@code part}. */
  List<RequestView> requestsWith(String part) {
    return models.requests().stream().filter(request -> request.contains(part)).toList();
  }

  private static Stack start() {
    try {
      var home = Path.of("target", "stack").toAbsolutePath();
      Files.createDirectories(home);
      var models = ScriptedModelServer.answering(Stack::answer);
      var catalogue =
          ScriptedModelServer.writeModels(
              home.resolve("models.yaml"),
              models.entry("small", "economy", "0.5", "1.5"),
              models.entry("strong", "premium", "3", "15"));
      var taskmaster =
          new Taskmaster(home.resolve("data")).with("TASKMASTER_MODELS", catalogue.toString());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    taskmaster.run("down");
                    models.close();
                  }));
      taskmaster.run("down");
      // The modules' tests are done: their broker and database make room.
      BrokerAndDatabase.main(new String[0]);
      taskmaster.run("up", "--detach").ended(0);
      return new Stack(taskmaster, models);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(RequestView request) {
    return RULES.stream()
        .flatMap(rule -> rule.apply(request).stream())
        .findFirst()
        .orElseGet(() -> Answer.status(400, "no rule of the test answers this request"));
  }
}
