package dev.taskmaster.localstack.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A task as it is asked for; null means: what the project says. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskWish(
    String repo,
    String description,
    @Nullable String as,
    @Nullable String test,
    @Nullable String build,
    @Nullable String tier,
    @Nullable BigDecimal budget,
    @Nullable Integer rounds,
    @Nullable String target,
    boolean dryRun,
    boolean unsafeHostExec,
    @Nullable String reuse) {

  /** A task with nothing said but what and where. */
  public static TaskWish of(Path repository, String description) {
    return new TaskWish(
        repository.toString(),
        description,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        null);
  }

  /** The same as the ready-made task {@code name}. */
  public TaskWish as(@Nullable String name) {
    return new TaskWish(
        repo,
        description,
        name,
        test,
        build,
        tier,
        budget,
        rounds,
        target,
        dryRun,
        unsafeHostExec,
        reuse);
  }

  /** The same with this test command. */
  public TaskWish testedBy(@Nullable String command) {
    return new TaskWish(
        repo,
        description,
        as,
        command,
        build,
        tier,
        budget,
        rounds,
        target,
        dryRun,
        unsafeHostExec,
        reuse);
  }

  /** The same, with commands outside a sandbox or not. */
  public TaskWish unsafe(boolean allowed) {
    return new TaskWish(
        repo, description, as, test, build, tier, budget, rounds, target, dryRun, allowed, reuse);
  }
}
