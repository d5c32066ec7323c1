package dev.taskmaster.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Makes one supervisor the only one of a data folder. The system lets go of it when the process
 * ends, however it ends.
 */
final class DataFolderLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** The lock; empty if another supervisor holds it. */
  static Optional<DataFolderLock> tryAcquire(Path dataDir) {
    var file = dataDir.resolve("supervisor.lock");
    try {
      Files.createDirectories(dataDir);
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock.isEmpty()) {
        channel.close();
      }
      return lock.map(held -> new DataFolderLock(channel, held));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot use the data folder %s: %s. Choose another one with --data."
              .formatted(dataDir, e.getMessage()),
          e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release the data folder", e);
    }
  }
}
