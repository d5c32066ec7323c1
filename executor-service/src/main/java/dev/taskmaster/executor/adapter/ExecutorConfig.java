package dev.taskmaster.executor.adapter;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of an executor. */
@ConfigMapping(prefix = "taskmaster.executor")
public interface ExecutorConfig {
  /** How many nodes of each lane it works on at a time; a lane with 0 is left to others. */
  Map<String, Integer> lanes();

  /** The lanes it serves. */
  default Map<String, Integer> served() {
    return lanes().entrySet().stream()
        .filter(lane -> lane.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The brokers: {@code host:port}, with commas between them. */
  String kafka();

  /** Where nodes are claimed. */
  URI graphStoreUrl();

  /** Where prompts are found. */
  URI promptsUrl();

  /** Where content lies by its hash; shared by all services. */
  Path blobsDir();

  /** Where the exchange repositories lie; shared by all services that touch files. */
  Path exchangeDir();

  /** Where checkouts live while they are needed. */
  Path workDir();

  /** Whether commands may run on this machine without a sandbox. */
  boolean unsafeHostExec();
}
