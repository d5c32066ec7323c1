package dev.taskmaster.events;

/**
 * Large content by reference: its SHA-256 in hex and its size in bytes. The content lies in the
 * blob store; events never carry it.
 */
public record BlobRef(String hash, long size) {
  public BlobRef {
    if (hash == null || !hash.matches("[0-9a-f]{64}")) {
      throw new InvalidIdException("BlobRef", hash, "sha-256 in hex");
    }
    if (size < 0) {
      throw new IllegalArgumentException("size of a blob is negative: " + size);
    }
  }
}
