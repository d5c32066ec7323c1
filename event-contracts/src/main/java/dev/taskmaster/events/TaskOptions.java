package dev.taskmaster.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for beside the description; null means: what the project says.
 *
 * @param as a ready-made task such as {@code fix-bug}
 * @param tier the tier that nodes start with
 * @param dryRun plan only: show the graph, run nothing
 * @param unsafeHostExec commands may run without a sandbox
 * @param reuse {@code auto}, {@code never}, or the id of the definition to use
 */
public record TaskOptions(
    @Nullable String as,
    @Nullable String tier,
    @Nullable String test,
    @Nullable String build,
    @Nullable BigDecimal budget,
    @Nullable Integer rounds,
    @Nullable String target,
    boolean dryRun,
    boolean unsafeHostExec,
    String reuse) {
  public TaskOptions {
    if (reuse == null) {
      reuse = "auto";
    }
  }

  public static TaskOptions none() {
    return new TaskOptions(null, null, null, null, null, null, null, false, false, "auto");
  }
}
