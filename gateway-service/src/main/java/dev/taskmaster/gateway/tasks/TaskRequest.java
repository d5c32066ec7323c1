package dev.taskmaster.gateway.tasks;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for; null means: what the project says.
 *
 * @param repo the absolute path of a folder in the person's repository
 * @param description what is to be done
 * @param as a ready-made task such as {@code fix-bug}
 * @param test the test command
 * @param build the build command
 * @param tier the tier that nodes start with
 * @param budget what the task may spend
 * @param rounds passes from plan to review
 * @param target the branch the result goes to
 * @param dryRun plan only
 * @param unsafeHostExec commands may run without a sandbox
 * @param reuse {@code auto}, {@code never} or the id of the definition to use
 */
public record TaskRequest(
    @Nullable String repo,
    @Nullable String description,
    @Nullable String as,
    @Nullable String test,
    @Nullable String build,
    @Nullable String tier,
    @Nullable BigDecimal budget,
    @Nullable Integer rounds,
    @Nullable String target,
    @Nullable Boolean dryRun,
    @Nullable Boolean unsafeHostExec,
    @Nullable String reuse) {}
