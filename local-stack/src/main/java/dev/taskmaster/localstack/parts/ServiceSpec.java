package dev.taskmaster.localstack.parts;

import org.jspecify.annotations.Nullable;

/**
 * One service of the stack.
 *
 * @param name what {@code status} and {@code logs} call it
 * @param module the module whose application it is
 * @param usualPort taken if it is free
 * @param callsModels whether it gets the person's environment and the model configuration
 * @param addressVariable the variable by which the others learn its address; null if none needs it
 */
public record ServiceSpec(
    String name,
    String module,
    int usualPort,
    boolean callsModels,
    @Nullable String addressVariable) {}
