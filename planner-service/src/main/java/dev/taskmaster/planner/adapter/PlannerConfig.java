package dev.taskmaster.planner.adapter;

import dev.taskmaster.planner.disaggregation.PlannerLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;

/** The planner's settings. */
@ConfigMapping(prefix = "taskmaster.planner")
public interface PlannerConfig {

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

  /** How many nodes are planned at a time. */
  @WithDefault("4")
  int concurrency();

  /** Up to so many bytes of text a project is planned without asking a model. */
  @WithDefault("6144")
  int smallProject();

  /** Files with more bytes do not count as readable for a small task. */
  @WithDefault("16384")
  int largestFile();

  /** How many bytes of a list of files a model gets. */
  @WithDefault("4096")
  int manifest();

  /** How many bytes of context a model gets when it is asked for steps. */
  @WithDefault("24576")
  int contexts();

  /** The score from which the graph of an earlier task is used again, 0 to 1. */
  @WithDefault("0.6")
  double reuseThreshold();

  /** How often a step may be split further. */
  @WithDefault("3")
  int depth();

  /** How many steps one plan may have. */
  @WithDefault("40")
  int mostSteps();

  /** How many pieces of context one plan may ask for. */
  @WithDefault("12")
  int mostContexts();

  /** The bounds of planning. */
  default PlannerLimits limits() {
    return new PlannerLimits(
        smallProject(),
        largestFile(),
        manifest(),
        contexts(),
        reuseThreshold(),
        depth(),
        mostSteps(),
        mostContexts());
  }
}
