package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.launcher.RunningStack;
import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.localstack.parts.StackPlan;
import dev.taskmaster.localstack.state.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the local stack. */
@Command(
    name = "up",
    description = "Start the local stack: Kafka, Neo4j and the services.",
    mixinStandardHelpOptions = true)
final class UpCommand extends StackCommand {
  @Option(names = "--detach", description = "Return when it is ready and leave it running.")
  private boolean detach;

  @Option(
      names = "--port",
      paramLabel = "PROCESS=PORT",
      description =
          "A port that must be used, for example --port gateway=8080 or --port kafka=9092 (others"
              + " are chosen).")
  private Map<String, Integer> ports = new LinkedHashMap<>();

  @Option(
      names = "--partitions",
      defaultValue = "4",
      description = "Partitions of each topic when it is created (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--unsafe-host-exec",
      description = "Let commands of tasks run outside a sandbox. They can do all that you can.")
  private boolean unsafeHostExec;

  @Option(names = "--only-broker-and-database", description = "Start Kafka and Neo4j alone.")
  private boolean onlyBrokerAndDatabase;

  @Override
  public Integer call() {
    if (unsafeHostExec) {
      err().println("WARNING: commands of tasks will run outside a sandbox, with all your rights.");
    }
    if (detach) {
      report(stack().findOrStartDetached(this::wishes));
      return ExitCode.DONE;
    }
    try (var running = stack().findOrStart(this::wishes)) {
      report(running);
      if (running.isOwned()) {
        err().println("Ctrl-C or './taskmaster down' ends it.");
        awaitEnd(running);
        DataFolder.ofThisPerson().forget(stack().dataDir());
      }
    }
    return ExitCode.DONE;
  }

  private StackOptions.Builder wishes(StackOptions.Builder options) {
    for (var process : ports.keySet()) {
      if (!StackPlan.names().contains(process)) {
        throw CommandFailure.badInput(
            "--port names '%s', which is no process of the stack. There are: %s."
                .formatted(process, String.join(", ", StackPlan.names())));
      }
    }
    var wishes =
        options
            .ports(ports)
            .partitions(partitions)
            .models(new ModelSettings(modelsFile(), Map.of()))
            .unsafeHostExec(unsafeHostExec);
    return onlyBrokerAndDatabase ? wishes.brokerAndDatabaseOnly() : wishes;
  }

  private static @Nullable Path modelsFile() {
    var named = System.getenv("TASKMASTER_MODELS");
    if (named == null || named.isBlank()) {
      return null;
    }
    var file = Path.of(named).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.badInput(
          "TASKMASTER_MODELS is '%s', which is not a file. Set it to a models.yaml or unset it."
              .formatted(named));
    }
    return file;
  }

  private void report(RunningStack running) {
    ports.forEach((process, port) -> remarkIfOther(running, process, port));
    if (options().json()) {
      printJson(StackReport.of(running.state(), stack().dataDir()));
      return;
    }
    new StackTable(out()).print(running.state(), stack().dataDir());
  }

  /** A stack that ran already keeps its ports, whatever this command asked for. */
  private void remarkIfOther(RunningStack running, String process, int asked) {
    running
        .state()
        .process(process)
        .filter(entry -> entry.port() != asked)
        .ifPresent(
            entry ->
                err()
                    .printf(
                        "A stack runs in %s already, with %s on port %d. './taskmaster down' first"
                            + " to have it on %d.%n",
                        stack().dataDir(), process, entry.port(), asked));
  }

  private static void awaitEnd(RunningStack running) {
    try {
      while (running.state().phase() == Phase.READY) {
        Thread.sleep(500);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
