package dev.taskmaster.models.calls;

import dev.taskmaster.models.ApiKey;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request to an endpoint, with everything decided.
 *
 * @param maxOutputTokens what is left of the wanted output after context and money
 * @param key null where the endpoint needs none
 * @param within the time left for it
 */
public record Question(
    Model model,
    ModelRequest request,
    int maxOutputTokens,
    Form form,
    @Nullable ApiKey key,
    Duration within) {}
