package dev.taskmaster.localstack.ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two stacks of one person from choosing the same port: between choosing a port and the
 * process that binds it lie seconds in which it looks free. Each port is one byte of one file,
 * locked for as long as the stack runs; the system unlocks what a process leaves behind.
 *
 * <p>One channel per JVM, never closed: closing any channel of a file drops all locks that the
 * process holds on it.
 */
final class PortLocks {
  private static final Map<Integer, FileLock> HELD = new HashMap<>();
  private static @Nullable FileChannel file;

  private PortLocks() {}

  /** Takes {@code port}; false if another stack has it. */
  static synchronized boolean tryTake(int port) {
    try {
      var lock = file().tryLock(port, 1, false);
      if (lock != null) {
        HELD.put(port, lock);
      }
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock port " + port, e);
    }
  }

  /** Gives {@code port} back. */
  static synchronized void release(int port) {
    var lock = HELD.remove(port);
    if (lock == null) {
      return;
    }
    try {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock port " + port, e);
    }
  }

  private static FileChannel file() throws IOException {
    var open = file;
    if (open == null) {
      var name = "taskmaster-ports-" + System.getProperty("user.name") + ".lock";
      var path = Path.of(System.getProperty("java.io.tmpdir"), name);
      open = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      file = open;
    }
    return open;
  }
}
