package dev.taskmaster.blobs;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Blobs that live as long as this object: for tests and for trying things out. */
public final class MemoryBlobs implements Blobs {
  private final Map<BlobHash, byte[]> contents = new ConcurrentHashMap<>();

  @Override
  public BlobHash put(byte[] content) {
    BlobHash hash = BlobHash.of(content);
    contents.putIfAbsent(hash, content.clone());
    return hash;
  }

  @Override
  public Optional<byte[]> get(BlobHash hash) {
    return Optional.ofNullable(contents.get(hash)).map(byte[]::clone);
  }

  @Override
  public OptionalLong size(BlobHash hash) {
    byte[] content = contents.get(hash);
    return content == null ? OptionalLong.empty() : OptionalLong.of(content.length);
  }
}
