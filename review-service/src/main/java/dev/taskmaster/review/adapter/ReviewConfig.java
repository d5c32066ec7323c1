package dev.taskmaster.review.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The reviewer's settings. */
@ConfigMapping(prefix = "taskmaster.review")
public interface ReviewConfig {

  /** The graph store's address; {@code TASKMASTER_GRAPH_STORE_URL}. */
  URI graphStoreUrl();

  /** The prompt service's address; {@code TASKMASTER_PROMPTS_URL}. */
  URI promptsUrl();

  /** The broker; {@code KAFKA_BOOTSTRAP_SERVERS}. */
  String kafka();

  /** The folder of blobs; {@code TASKMASTER_BLOBS_DIR}. */
  Path blobsDir();

  /** The folder of exchange repositories; {@code TASKMASTER_EXCHANGE_DIR}. */
  Path exchangeDir();

  /** Where checkouts live while they are needed; {@code TASKMASTER_WORK_DIR}. */
  Path workDir();

  /**
   * Whether commands may run on this machine without a sandbox; {@code
   * TASKMASTER_UNSAFE_HOST_EXEC}.
   */
  @WithDefault("false")
  boolean unsafeHostExec();

  /** How many reviews run at a time. */
  @WithDefault("2")
  int concurrency();

  /** How long each command may run. */
  @WithDefault("PT10M")
  Duration commandLimit();

  /** How many bytes of a command's output are kept, its first and last half. */
  @WithDefault("1048576")
  long outputLimit();
}
