package dev.taskmaster.workspace.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Gives folders to another user and back; links themselves, never what they lead to. */
final class Ownership {
  private Ownership() {}

  /** The user this process runs as, by the owner of a file it has just made. */
  static long own(Path madeByUs) throws IOException {
    return ((Number) Files.getAttribute(madeByUs, "unix:uid", LinkOption.NOFOLLOW_LINKS))
        .longValue();
  }

  static void give(Path folder, long uid) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            set(dir, uid);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            set(file, uid);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, @Nullable IOException problem)
              throws IOException {
            if (problem == null || problem instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw problem;
          }
        });
  }

  private static void set(Path path, long uid) throws IOException {
    try {
      Files.setAttribute(path, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", (int) uid, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException gone) {
      // Somebody removed it meanwhile; then there is nothing to give.
    }
  }
}
