package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.Main;
import dev.taskmaster.localstack.gateway.FakeGateway;
import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.localstack.state.ControlPoint;
import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.ProcessEntry;
import dev.taskmaster.localstack.state.ProcessIdentity;
import dev.taskmaster.localstack.state.ProcessState;
import dev.taskmaster.localstack.state.StackFile;
import dev.taskmaster.localstack.state.StackState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A stack that seems to run: its file names this process and a gateway whose answers are made up.
 */
public final class FakeStack implements AutoCloseable {
  private static final String MODELS =
      """
      currency: USD
      models:
        - {name: small, provider: openai, base-url: "http://127.0.0.1:9/v1", model: m, tier: economy, price-per-mtok: {in: 0, out: 0}}
      """;

  public final FakeGateway gateway = new FakeGateway();
  private final Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  public FakeStack(Path data) throws Exception {
    this.data = data;
    var models = Files.writeString(data.resolve("models.yaml"), MODELS);
    var entry =
        new ProcessEntry(
            "gateway",
            ProcessState.READY,
            gateway.port(),
            gateway.uri(),
            data.resolve("gateway.log"),
            ProcessIdentity.ofThisProcess(),
            0);
    new StackFile(data)
        .write(
            new StackState(
                "s",
                Phase.READY,
                null,
                Instant.now(),
                "here",
                ProcessIdentity.ofThisProcess(),
                new ControlPoint(1, "t"),
                new ModelSettings(models, Map.of()).fingerprint(System.getenv()),
                false,
                List.of(entry)));
  }

  /** Runs a command line on this stack. */
  public int run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
