package dev.taskmaster.prompts.adapter.neo4j;

import dev.taskmaster.prompts.Prompts;
import dev.taskmaster.prompts.adapter.config.PromptServiceConfig;
import dev.taskmaster.prompts.shipped.ShippedPrompts;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Makes the database ready at start: waits for it, makes the schema, imports what is shipped. */
@Readiness
@ApplicationScoped
public class PromptsInNeo4j implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(PromptsInNeo4j.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Driver driver;
  private final PromptServiceConfig config;
  private final AtomicBoolean imported = new AtomicBoolean();

  PromptsInNeo4j(Driver driver, PromptServiceConfig config) {
    this.driver = driver;
    this.config = config;
  }

  @Produces
  @ApplicationScoped
  Prompts prompts() {
    return new Neo4jPrompts(driver);
  }

  void start(@Observes StartupEvent event, Prompts prompts) throws InterruptedException {
    awaitDatabase();
    Schema.ensure(driver);
    var at = Clock.systemUTC().instant();
    long changed =
        prompts.add(ShippedPrompts.all(), at).stream().filter(Prompts.Added::isNew).count();
    LOG.infof("Shipped prompts imported changed=%d", changed);
    imported.set(true);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("shipped-prompts").status(imported.get()).build();
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
