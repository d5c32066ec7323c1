package dev.taskmaster.blobs;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Content kept by its hash. Putting the same bytes twice stores them once; what {@link #put}
 * returned stays readable for as long as the store exists. All methods may be called by many
 * threads and processes at once.
 *
 * <p>Faults of the storage itself are thrown as {@link java.io.UncheckedIOException}; content that
 * no longer matches its hash as {@link DamagedBlobException}.
 */
public interface Blobs {

  /**
   * Stores these bytes durably before it returns.
   *
   * @throws BlobTooLargeException when they exceed the store's cap; nothing is stored
   */
  BlobHash put(byte[] content);

  /** Stores this text as UTF-8. */
  default BlobHash put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes behind a hash, checked against it; empty when the store does not have them. */
  Optional<byte[]> get(BlobHash hash);

  /** The blob read as UTF-8; malformed bytes become U+FFFD. */
  default Optional<String> text(BlobHash hash) {
    return get(hash).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** The size in bytes without reading the content; empty when the store does not have it. */
  OptionalLong size(BlobHash hash);

  /** Whether the store has this blob. */
  default boolean has(BlobHash hash) {
    return size(hash).isPresent();
  }
}
