package dev.taskmaster.localstack.parts;

import java.nio.file.Path;

/** The folders under one data folder. */
public record StackFolders(Path data) {
  /** Logs of all processes. */
  public Path logs() {
    return data.resolve("logs");
  }

  /** The log of one process. */
  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  /** What lives only as long as the stack runs. */
  public Path run() {
    return data.resolve("run");
  }

  Path kafka() {
    return data.resolve("kafka");
  }

  Path neo4j() {
    return data.resolve("neo4j");
  }

  Path blobs() {
    return data.resolve("blobs");
  }

  Path exchange() {
    return data.resolve("exchange");
  }

  Path work() {
    return data.resolve("work");
  }
}
