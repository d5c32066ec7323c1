package dev.taskmaster.localstack.parts;

import dev.taskmaster.localstack.process.ChildSpec;
import java.net.URI;

/**
 * A process of the stack and where it will be reached.
 *
 * @param callsModels whether it depends on the model configuration
 */
public record PlannedProcess(ChildSpec spec, int port, URI uri, boolean callsModels) {
  /** What {@code status} and {@code logs} call it. */
  public String name() {
    return spec.name();
  }
}
