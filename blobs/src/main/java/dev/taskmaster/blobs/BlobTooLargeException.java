package dev.taskmaster.blobs;

/** Content is larger than the store accepts. Nothing was stored. */
public final class BlobTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BlobTooLargeException(long size, long cap) {
    super(
        "a blob of %d bytes exceeds the limit of %d bytes; store a shortened form or raise the limit"
            .formatted(size, cap));
  }
}
