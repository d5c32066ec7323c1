package dev.taskmaster.executor.nodes;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.worker.NodeOutcome;
import java.nio.charset.StandardCharsets;

/** Results that are texts, kept as blobs. */
public record Texts(Blobs blobs) {

  NodeOutcome.Done done(String text) {
    return new NodeOutcome.Done(new NodeResult.Text(keep(text)));
  }

  BlobRef keep(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new BlobRef(blobs.put(bytes).value(), bytes.length);
  }
}
