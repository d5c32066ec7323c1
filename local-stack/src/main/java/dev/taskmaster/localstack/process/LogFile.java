package dev.taskmaster.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The log of one process, kept in a few generations: {@code x.log}, {@code x.1.log}, … */
public record LogFile(Path path) {
  private static final int GENERATIONS = 5;
  private static final long LIMIT_BYTES = 16L << 20;
  private static final int TAIL_BYTES = 64 << 10;

  /** Sets an earlier run's log aside, so that the next one starts an empty file. */
  public void startNew() {
    try {
      Files.createDirectories(path.getParent());
      if (Files.exists(path) && Files.size(path) > 0) {
        makeRoom();
        Files.move(path, generation(1), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot rotate " + path, e);
    }
  }

  /**
   * Sets aside what was written if it has grown too large. The writer keeps its open file, which
   * appends, so the content is copied and the file cut to nothing.
   */
  public void rotateIfLarge() {
    rotateIfLargerThan(LIMIT_BYTES);
  }

  void rotateIfLargerThan(long limit) {
    try {
      if (!Files.exists(path) || Files.size(path) <= limit) {
        return;
      }
      makeRoom();
      Files.copy(path, generation(1), StandardCopyOption.REPLACE_EXISTING);
      try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
        file.truncate(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot rotate " + path, e);
    }
  }

  private void makeRoom() throws IOException {
    for (int older = GENERATIONS - 1; older >= 1; older--) {
      if (Files.exists(generation(older))) {
        Files.move(generation(older), generation(older + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private Path generation(int number) {
    var name = path.getFileName().toString();
    var stem = name.endsWith(".log") ? name.substring(0, name.length() - 4) : name;
    return path.resolveSibling(stem + "." + number + ".log");
  }

  /** The last {@code count} lines; none if there is no such file. */
  public List<String> lastLines(int count) {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      var bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
