package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.localstack.state.ProcessEntry;
import dev.taskmaster.localstack.state.StackState;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A stack that runs, started by this process or found. */
public interface RunningStack extends AutoCloseable {
  /** What is known of it now. */
  StackState state();

  /** Whether this process holds it together, so that {@link #close()} ends it. */
  boolean isOwned();

  /**
   * Ends the workers that call models and starts them again with other settings; blocks until
   * ready.
   */
  void restartWorkers(ModelSettings settings);

  /** Ends one process in good order and starts it again on the same port; blocks until ready. */
  void restart(String process);

  /** Ends every process, services first; returns when none is left. */
  void stop();

  /** Stops the stack if this process started it, and lets go of it otherwise. */
  @Override
  void close();

  /** What Kafka clients connect to. */
  default String bootstrapServers() {
    return "127.0.0.1:" + process("kafka").port();
  }

  /** What Neo4j drivers connect to, without login. */
  default URI boltUri() {
    return process("neo4j").uri();
  }

  /** The REST API of the gateway. */
  default URI gatewayUri() {
    return process("gateway").uri();
  }

  /**
   * One process of the stack.
   *
   * @throws IllegalArgumentException if the stack has none of that name
   */
  default ProcessEntry process(String name) {
    return state()
        .process(name)
        .orElseThrow(() -> new IllegalArgumentException("the stack has no process '" + name + "'"));
  }

  /** The process ids of what runs now, by name. */
  default Map<String, Long> pids() {
    var pids = new LinkedHashMap<String, Long>();
    for (var entry : state().processes()) {
      var identity = entry.identity();
      if (identity != null && identity.isAlive()) {
        pids.put(entry.name(), identity.pid());
      }
    }
    return pids;
  }
}
