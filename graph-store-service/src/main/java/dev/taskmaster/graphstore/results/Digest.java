package dev.taskmaster.graphstore.results;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.events.BlobRef;
import java.nio.charset.StandardCharsets;

/** Hashes of texts. */
public final class Digest {
  private Digest() {}

  /** The SHA-256 of the text's UTF-8 bytes in hex. */
  public static String of(String text) {
    return BlobHash.of(text).value();
  }

  /** The reference under which a blob store would keep this text. */
  public static BlobRef refOf(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new BlobRef(BlobHash.of(bytes).value(), bytes.length);
  }
}
