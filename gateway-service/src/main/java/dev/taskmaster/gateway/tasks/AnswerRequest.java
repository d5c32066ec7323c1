package dev.taskmaster.gateway.tasks;

import org.jspecify.annotations.Nullable;

/**
 * What a person answers.
 *
 * @param node the waiting node; null where only one waits
 * @param decision {@code answer}, {@code approve} or {@code reject}
 * @param text the answer, or why it is rejected
 */
public record AnswerRequest(
    @Nullable String node, @Nullable String decision, @Nullable String text) {}
