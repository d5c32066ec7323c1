package dev.taskmaster.blobs;

/** What is stored under a hash is not what was put there: the disk or somebody changed it. */
public final class DamagedBlobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedBlobException(BlobHash hash, String problem) {
    super(
        "blob %s is damaged: %s; put the same content again or restore the blob folder"
            .formatted(hash, problem));
  }
}
