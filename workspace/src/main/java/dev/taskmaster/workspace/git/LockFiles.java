package dev.taskmaster.workspace.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits for git's lock files in a repository of ours. A process that was killed leaves its lock
 * behind; no honest one holds a lock for longer than {@link #STALE}.
 */
final class LockFiles {
  private static final Duration STALE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final int LONGEST_PAUSE_MILLIS = 200;

  private final Path lock;
  private final long end = System.nanoTime() + PATIENCE.toNanos();
  private int pause = 1;

  /**
   * @param guarded the file whose lock is waited for
   */
  LockFiles(Path guarded) {
    this.lock = guarded.resolveSibling(guarded.getFileName() + ".lock");
  }

  /** Waits a moment, each time a little longer; throws when it has been too long. */
  void await() throws IOException {
    if (System.nanoTime() - end > 0) {
      throw new IOException(
          "%s is held by somebody else; remove it if no process does".formatted(lock));
    }
    removeIfStale();
    try {
      Thread.sleep(1 + ThreadLocalRandom.current().nextInt(pause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + lock);
    }
    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
  }

  private void removeIfStale() throws IOException {
    try {
      Instant taken = Files.getLastModifiedTime(lock).toInstant();
      if (taken.isBefore(Instant.now().minus(STALE))) {
        Files.deleteIfExists(lock);
      }
    } catch (NoSuchFileException released) {
      // It has just been given back.
    }
  }
}
