package dev.taskmaster.graphstore.adapter.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named places where a fault test kills the process, as {@code kill -9} would. Inactive unless
 * {@code TASKMASTER_CRASH_AT} is {@code point} or {@code graph-store:point}. With {@code
 * TASKMASTER_CRASH_MARK=FILE} only the process that creates the file dies, so that its successor
 * lives.
 */
public final class CrashPoints {
  /** Everything is written, nothing is committed. */
  public static final String BEFORE_COMMIT = "before-commit";

  /** It is committed, nobody has been told. */
  public static final String AFTER_COMMIT = "after-commit";

  /** The first event of a batch is on its way, the others are not. */
  public static final String MID_PUBLISH = "mid-publish";

  /** Everything is published and not marked so. */
  public static final String BEFORE_MARK = "before-mark";

  private final String wanted;
  private final @Nullable Path mark;
  private final Runnable death;

  public CrashPoints(String wanted, @Nullable Path mark, Runnable death) {
    this.wanted = wanted;
    this.mark = mark;
    this.death = death;
  }

  public static CrashPoints none() {
    return new CrashPoints("", null, () -> {});
  }

  /** Those that the environment asks for; usually none. */
  public static CrashPoints of(Map<String, String> env) {
    var mark = env.get("TASKMASTER_CRASH_MARK");
    return new CrashPoints(
        env.getOrDefault("TASKMASTER_CRASH_AT", ""),
        mark == null ? null : Path.of(mark),
        () -> Runtime.getRuntime().halt(137));
  }

  /** Dies here if that is asked for. */
  public void reach(String point) {
    if (!wanted.isEmpty()
        && (wanted.equals(point) || wanted.equals("graph-store:" + point))
        && firstTime()) {
      death.run();
    }
  }

  private boolean firstTime() {
    if (mark == null) {
      return true;
    }
    try {
      Files.createFile(mark);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the crash mark " + mark, e);
    }
  }
}
