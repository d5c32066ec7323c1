package dev.taskmaster.localstack.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stack is wanted.
 *
 * @param dataDir where it keeps its state; it survives the stack
 * @param ports ports asked for, by process name ({@code kafka}, {@code neo4j}, {@code gateway}, …);
 *     for all others a free one is chosen
 * @param partitions how many partitions a topic gets when it is created
 * @param unsafeHostExec whether commands of tasks may run outside a sandbox
 * @param restartFailed whether a process that ends by itself is started again
 * @param startArchives whether later starts are made faster by what this one leaves beside the
 *     build
 * @param idleLimit ends the stack when nobody has held a lease on it for so long; null for never
 */
public record StackOptions(
    Path dataDir,
    Scope scope,
    Map<String, Integer> ports,
    int partitions,
    ModelSettings models,
    boolean unsafeHostExec,
    boolean restartFailed,
    boolean startArchives,
    @Nullable Duration idleLimit) {
  /** How much of the stack is started. */
  public enum Scope {
    BROKER_AND_DATABASE,
    EVERYTHING
  }

  private static final int LOCAL_PARTITIONS = 4;

  public StackOptions {
    dataDir = dataDir.toAbsolutePath().normalize();
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(models, "models");
    ports = Map.copyOf(ports);
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
    }
  }

  /** The whole stack in {@code dataDir}, everything else as usual. */
  public static StackOptions in(Path dataDir) {
    return builder(dataDir).build();
  }

  /** Starts from {@link #in(Path)}. */
  public static Builder builder(Path dataDir) {
    return new Builder(dataDir);
  }

  /** Collects what differs from the usual. */
  public static final class Builder {
    private final Path dataDir;
    private Scope scope = Scope.EVERYTHING;
    private Map<String, Integer> ports = Map.of();
    private int partitions = LOCAL_PARTITIONS;
    private ModelSettings models = ModelSettings.none();
    private boolean unsafeHostExec;
    private boolean restartFailed = true;
    private boolean startArchives = true;
    private @Nullable Duration idleLimit;

    private Builder(Path dataDir) {
      this.dataDir = dataDir;
    }

    /** Only Kafka and Neo4j. */
    public Builder brokerAndDatabaseOnly() {
      scope = Scope.BROKER_AND_DATABASE;
      return this;
    }

    /** Ports asked for, by process name. */
    public Builder ports(Map<String, Integer> wanted) {
      ports = wanted;
      return this;
    }

    /** Partitions of new topics. */
    public Builder partitions(int count) {
      partitions = count;
      return this;
    }

    /** The models of the workers. */
    public Builder models(ModelSettings settings) {
      models = settings;
      return this;
    }

    /** Whether commands of tasks may run outside a sandbox. */
    public Builder unsafeHostExec(boolean allowed) {
      unsafeHostExec = allowed;
      return this;
    }

    /** Whether a process that ends by itself is started again. */
    public Builder restartFailed(boolean restart) {
      restartFailed = restart;
      return this;
    }

    /** Whether later starts are made faster by what this one leaves beside the build. */
    public Builder startArchives(boolean kept) {
      startArchives = kept;
      return this;
    }

    /** Ends the stack when nobody has held a lease for so long. */
    public Builder idleLimit(Duration limit) {
      idleLimit = limit;
      return this;
    }

    /** The options. */
    public StackOptions build() {
      return new StackOptions(
          dataDir,
          scope,
          ports,
          partitions,
          models,
          unsafeHostExec,
          restartFailed,
          startArchives,
          idleLimit);
    }
  }
}
