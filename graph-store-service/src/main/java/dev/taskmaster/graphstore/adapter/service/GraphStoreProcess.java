package dev.taskmaster.graphstore.adapter.service;

import dev.taskmaster.graphstore.adapter.neo4j.Neo4jLedger.Names;
import dev.taskmaster.graphstore.ledger.Policy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Starts the store with the service and ends it with it. */
@ApplicationScoped
public class GraphStoreProcess {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Driver driver;
  private final GraphStoreConfig config;
  private volatile @Nullable GraphStore store;

  GraphStoreProcess(Driver driver, GraphStoreConfig config) {
    this.driver = driver;
    this.config = config;
  }

  void start(@Observes StartupEvent event) throws InterruptedException {
    awaitDatabase();
    var prefix = config.topicPrefix();
    store =
        GraphStore.start(
            new GraphStore.Parts(
                driver,
                config.bootstrapServers(),
                Path.of(config.blobsDir()),
                new Names(config.name(), prefix.equals("none") ? "" : prefix),
                System.getenv()),
            policy(config, Instant.now()),
            config.batch(),
            config.cachedNodes());
  }

  void stop(@Observes ShutdownEvent event) {
    var running = store;
    if (running != null) {
      running.close();
    }
  }

  /** The running store; empty while it starts. */
  public Optional<GraphStore> store() {
    return Optional.ofNullable(store);
  }

  static Policy policy(GraphStoreConfig config, Instant started) {
    return new Policy(
        config.lease(),
        config.dispatchAgain(),
        config.attempts(),
        config.providerPatience(),
        config.backoffBase(),
        config.backoffCap(),
        config.rounds(),
        config.sameFailure(),
        started);
  }

  /** Whether records and claims can be taken now. */
  boolean ready() {
    var running = store;
    return running != null && running.ready() && databaseAnswers();
  }

  private boolean databaseAnswers() {
    try {
      driver.verifyConnectivity();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void awaitDatabase() throws InterruptedException {
    long deadline = System.nanoTime() + config.databaseWait().toNanos();
    while (true) {
      try {
        driver.verifyConnectivity();
        return;
      } catch (ServiceUnavailableException e) {
        if (System.nanoTime() - deadline > 0) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }
}
