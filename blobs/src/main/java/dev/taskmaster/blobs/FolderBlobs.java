package dev.taskmaster.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Blobs as files below one folder, {@code ab/cd/<hash>}, so that no folder grows large. A blob is
 * written beside its place, forced to disk and renamed into it: a reader, or a restart after a
 * crash, sees a whole blob or none.
 */
public final class FolderBlobs implements Blobs {
  /** The cap when none is given: 64 MiB. */
  public static final long DEFAULT_CAP = 64L << 20;

  private static final String UNFINISHED = "unfinished";

  private final Path folder;
  private final long cap;

  /** Blobs below {@code folder}, which is created when it is missing, each at most 64 MiB. */
  public FolderBlobs(Path folder) {
    this(folder, DEFAULT_CAP);
  }

  /**
   * @param cap the largest blob accepted, in bytes
   */
  public FolderBlobs(Path folder, long cap) {
    if (cap < 1 || cap > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException(
          "the cap of a blob is between 1 byte and 2 GiB, got " + cap);
    }
    this.folder = folder.toAbsolutePath().normalize();
    this.cap = cap;
    createFolders(this.folder.resolve(UNFINISHED));
  }

  @Override
  public BlobHash put(byte[] content) {
    if (content.length > cap) {
      throw new BlobTooLargeException(content.length, cap);
    }
    BlobHash hash = BlobHash.of(content);
    Path place = place(hash);
    try {
      if (!isIntact(place, hash, content.length)) {
        write(content, place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store blob " + hash + " in " + folder, e);
    }
    return hash;
  }

  @Override
  public Optional<byte[]> get(BlobHash hash) {
    try (InputStream in = Files.newInputStream(place(hash))) {
      byte[] content = in.readNBytes((int) Math.min(cap + 1, Integer.MAX_VALUE - 16));
      if (content.length > cap) {
        throw new DamagedBlobException(hash, "it is larger than the limit of " + cap + " bytes");
      }
      if (!BlobHash.of(content).equals(hash)) {
        throw new DamagedBlobException(hash, "its content has another hash");
      }
      return Optional.of(content);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read blob " + hash + " in " + folder, e);
    }
  }

  @Override
  public OptionalLong size(BlobHash hash) {
    try {
      return OptionalLong.of(Files.size(place(hash)));
    } catch (NoSuchFileException absent) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for blob " + hash + " in " + folder, e);
    }
  }

  private Path place(BlobHash hash) {
    String digits = hash.value();
    return folder.resolve(digits.substring(0, 2)).resolve(digits.substring(2, 4)).resolve(digits);
  }

  /** A damaged blob counts as absent here, so that putting the content again heals it. */
  private boolean isIntact(Path place, BlobHash hash, int length) throws IOException {
    try {
      return Files.size(place) == length && BlobHash.of(Files.readAllBytes(place)).equals(hash);
    } catch (NoSuchFileException absent) {
      return false;
    }
  }

  private void write(byte[] content, Path place) throws IOException {
    Path temporary = Files.createTempFile(folder.resolve(UNFINISHED), "blob-", "");
    try {
      try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      moveInto(place, temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void moveInto(Path place, Path temporary) throws IOException {
    Path parent = place.getParent();
    if (parent == null) {
      throw new IOException("a blob has no folder: " + place);
    }
    Files.createDirectories(parent);
    try {
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the blob folder must be on a file system with atomic renames", e);
    }
    force(parent);
  }

  /** Makes the rename itself durable; a platform that cannot open folders does so on its own. */
  private static void force(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void createFolders(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot create the blob folder " + directory + "; choose one that can be written", e);
    }
  }
}
