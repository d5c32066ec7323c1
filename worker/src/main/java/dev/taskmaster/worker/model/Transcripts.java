package dev.taskmaster.worker.model;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.models.ModelFault;
import dev.taskmaster.models.ModelReply;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.Truncated;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps what was said to a model and what it said, to the letter, and makes the receipt of it. */
final class Transcripts {
  private final Blobs blobs;
  private final String currency;

  Transcripts(Blobs blobs, String currency) {
    this.blobs = blobs;
    this.currency = currency;
  }

  ModelCallRecord of(ModelRequest request, ModelReply reply) {
    var usage = reply.usage();
    return new ModelCallRecord(
        reply.modelName(),
        reply.tier().wireName(),
        keep(reply.requestJson().isEmpty() ? request.wholeText() : reply.requestJson()),
        keep(reply.rawText()),
        usage.inputTokens(),
        usage.outputTokens(),
        usage.amount(),
        usage.currency(),
        usage.estimated(),
        reply.recorded(),
        reply.elapsedMillis(),
        null);
  }

  /** Also of a call that never left: that it was tried and why it failed is worth knowing. */
  ModelCallRecord of(ModelRequest request, ModelFault fault, long millis) {
    var usage = fault.usage();
    return new ModelCallRecord(
        fault.model(),
        request.tier().wireName(),
        keep(fault.requestJson().orElseGet(request::wholeText)),
        partialReply(fault),
        usage.map(used -> used.inputTokens()).orElse(0L),
        usage.map(used -> used.outputTokens()).orElse(0L),
        usage.map(used -> used.amount()).orElse(BigDecimal.ZERO),
        usage.map(used -> used.currency()).orElse(currency),
        usage.map(used -> used.estimated()).orElse(false),
        false,
        millis,
        String.valueOf(fault.getMessage()));
  }

  private @Nullable BlobRef partialReply(ModelFault fault) {
    return fault instanceof Truncated truncated ? keep(truncated.partialText()) : null;
  }

  private BlobRef keep(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new BlobRef(blobs.put(bytes).value(), bytes.length);
  }
}
