package dev.taskmaster.graphstore.adapter.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a person can set; every key is in the README. */
@ConfigMapping(prefix = "taskmaster.graph-store")
public interface GraphStoreConfig {

  /** Kafka's addresses. */
  String bootstrapServers();

  /** The folder of the blob store, shared with all services. */
  String blobsDir();

  /** Names this store's rows and its consumer group; stores of different names share a database. */
  @WithDefault("graph-store")
  String name();

  /** Stands before the name of every topic; empty but for tests. */
  @WithDefault("none")
  String topicPrefix();

  /** How long a worker may be silent. */
  @WithDefault("45s")
  Duration lease();

  /** After how long a dispatch that nobody claimed is sent once more. */
  @WithDefault("10m")
  Duration dispatchAgain();

  /** How many passing failures a node may have. */
  @WithDefault("3")
  int attempts();

  /** How long a provider may keep failing a node. */
  @WithDefault("15m")
  Duration providerPatience();

  /** Upper bound of the first wait before a retry. */
  @WithDefault("1s")
  Duration backoffBase();

  /** Upper bound of any wait before a retry. */
  @WithDefault("1m")
  Duration backoffCap();

  /** Rounds of a task where neither project nor person names a limit. */
  @WithDefault("3")
  int rounds();

  /** How often the same failure may end a round before the task is rejected. */
  @WithDefault("3")
  int sameFailure();

  /** How many works one transaction takes. */
  @WithDefault("500")
  int batch();

  /** How many nodes of tasks are kept in memory to save reading them. */
  @WithDefault("3000")
  int cachedNodes();

  /** How long the start waits for the database. */
  @WithDefault("2m")
  Duration databaseWait();

  /** How long a claim or a heartbeat waits for its answer. */
  @WithDefault("6s")
  Duration answerWait();
}
