package dev.taskmaster.localstack.testing;

import dev.taskmaster.localstack.control.ControlClient;
import dev.taskmaster.localstack.launcher.LocalStack;
import dev.taskmaster.localstack.launcher.RunningStack;
import dev.taskmaster.localstack.parts.Installation;
import dev.taskmaster.localstack.parts.StackOptions;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The real Kafka and Neo4j for tests. The first test of a build that asks starts them, in processes
 * that outlive its JVM; every later one, in any module, uses the same. They end three minutes after
 * the last JVM that used them, or when {@link #main} is run.
 *
 * <p>All tests share one broker and one database, also those of builds that run side by side: name
 * topics, groups and ids so that nobody else has them, and delete only what the test made.
 */
public final class BrokerAndDatabase {
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(3);
  private static final int ATTEMPTS = 3;
  private static @Nullable BrokerAndDatabase shared;

  private final RunningStack stack;

  /** Held until this JVM ends, which returns it. */
  @SuppressWarnings({"unused", "FieldCanBeLocal"})
  private final AutoCloseable lease;

  private BrokerAndDatabase(RunningStack stack, AutoCloseable lease) {
    this.stack = stack;
    this.lease = lease;
  }

  /** The broker and database of this build; blocks while they start. */
  public static synchronized BrokerAndDatabase shared() {
    var known = shared;
    if (known != null && known.stack.state().supervisor().isAlive()) {
      return known;
    }
    var found = startOrFind();
    shared = found;
    return found;
  }

  private static BrokerAndDatabase startOrFind() {
    var options =
        StackOptions.builder(folder()).brokerAndDatabaseOnly().idleLimit(IDLE_LIMIT).build();
    for (int attempt = 1; ; attempt++) {
      try {
        var stack = new LocalStack(options).startDetached();
        return new BrokerAndDatabase(stack, new ControlClient(stack.state().control()).lease());
      } catch (UncheckedIOException e) {
        // It ended itself between being found and being leased.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static Path folder() {
    return Installation.find().root().resolve("target").resolve("test-stack");
  }

  /** Ends the broker and database of this build, if they run. */
  public static void main(String[] args) {
    LocalStack.find(folder()).ifPresent(RunningStack::stop);
  }

  /** What Kafka clients connect to; topics are not created by themselves. */
  public String bootstrapServers() {
    return stack.bootstrapServers();
  }

  /** What Neo4j drivers connect to, without login. */
  public URI boltUri() {
    return stack.boltUri();
  }

  /** The stack itself, for tests that stop and start its parts. */
  public RunningStack stack() {
    return stack;
  }
}
