package dev.taskmaster.prompts.adapter.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The prompt service's own settings; the database is {@code quarkus.neo4j.*}. */
@ConfigMapping(prefix = "taskmaster.prompts")
public interface PromptServiceConfig {

  /** How long a start waits for the database before it gives up. */
  @WithDefault("60s")
  Duration databaseWait();

  /** How many prompts a search returns when it does not say. */
  @WithDefault("50")
  int searchLimit();
}
