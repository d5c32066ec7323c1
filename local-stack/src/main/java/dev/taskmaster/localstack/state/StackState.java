package dev.taskmaster.localstack.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One stack as {@code stack.json} records it.
 *
 * @param id a new one per start
 * @param installation the project root whose jars it runs
 * @param supervisor the process that holds the stack together
 * @param failure why it could not start; null unless {@code phase} is FAILED
 * @param models fingerprint of the model configuration the workers run with
 * @param unsafeHostExec whether commands of tasks may run outside a sandbox
 */
public record StackState(
    String id,
    Phase phase,
    @Nullable String failure,
    Instant startedAt,
    String installation,
    ProcessIdentity supervisor,
    ControlPoint control,
    String models,
    boolean unsafeHostExec,
    List<ProcessEntry> processes) {
  public StackState {
    processes = List.copyOf(processes);
  }

  /** The process called {@code name}, if this stack has it. */
  public Optional<ProcessEntry> process(String name) {
    return processes.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** The same stack in another phase. */
  public StackState in(Phase next) {
    return copy(next, failure, models, processes);
  }

  /** The same stack, failed for {@code reason}. */
  public StackState failed(String reason) {
    return copy(Phase.FAILED, reason, models, processes);
  }

  /** The same stack whose workers run with another model configuration. */
  public StackState withModels(String fingerprint) {
    return copy(phase, failure, fingerprint, processes);
  }

  /** The same stack with one process changed. */
  public StackState with(String name, UnaryOperator<ProcessEntry> change) {
    var changed =
        processes.stream()
            .map(entry -> entry.name().equals(name) ? change.apply(entry) : entry)
            .toList();
    return copy(phase, failure, models, changed);
  }

  private StackState copy(
      Phase nextPhase, @Nullable String nextFailure, String nextModels, List<ProcessEntry> next) {
    return new StackState(
        id,
        nextPhase,
        nextFailure,
        startedAt,
        installation,
        supervisor,
        control,
        nextModels,
        unsafeHostExec,
        next);
  }
}
