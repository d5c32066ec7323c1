package dev.taskmaster.executor.adapter;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The settings of an executor. */
@ConfigMapping(prefix = "taskmaster.executor")
public interface ExecutorConfig {
  /** The lanes it serves, and how many nodes of each it works on at a time. */
  Map<String, Integer> lanes();

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
