package dev.taskmaster.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of one call to a model. Prompt and reply are the exact texts sent and received, by
 * reference.
 *
 * @param model name in the model catalogue
 * @param tier the tier it was routed for
 * @param prompt exact request, without headers and keys
 * @param reply exact reply; null where none arrived
 * @param amount price in {@code currency}
 * @param estimated whether the provider left out the usage and tokens are our own count
 * @param recorded whether the reply came from a recording and not from a live model
 * @param fault what went wrong, or null
 */
public record ModelCallRecord(
    String model,
    String tier,
    BlobRef prompt,
    @Nullable BlobRef reply,
    long inputTokens,
    long outputTokens,
    BigDecimal amount,
    String currency,
    boolean estimated,
    boolean recorded,
    long millis,
    @Nullable String fault) {}
