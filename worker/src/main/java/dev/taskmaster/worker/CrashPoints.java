package dev.taskmaster.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named places where a fault test kills the process, as {@code kill -9} would. Inactive unless
 * {@code TASKMASTER_CRASH_AT} is {@code point}, {@code service:point} or {@code
 * service:point:kind}. With {@code TASKMASTER_CRASH_MARK=FILE} only the process that creates the
 * file dies, so that its successor lives.
 */
public final class CrashPoints {
  /** The claim was granted, nothing has been done. */
  public static final String AFTER_CLAIM = "after-claim";

  /** The work is done, nobody knows. */
  public static final String BEFORE_RESULT = "before-result";

  /** The event about the attempt is out. */
  public static final String AFTER_RESULT = "after-result";

  private final String service;
  private final String wanted;
  private final @Nullable Path mark;
  private final Runnable death;

  CrashPoints(String service, String wanted, @Nullable Path mark, Runnable death) {
    this.service = service;
    this.wanted = wanted;
    this.mark = mark;
    this.death = death;
  }

  /** Those that the environment asks for; usually none. */
  public static CrashPoints of(String service, Map<String, String> env) {
    var mark = env.get("TASKMASTER_CRASH_MARK");
    return new CrashPoints(
        service,
        env.getOrDefault("TASKMASTER_CRASH_AT", ""),
        mark == null ? null : Path.of(mark),
        () -> Runtime.getRuntime().halt(137));
  }

  /** Dies here if that is asked for. */
  public void reach(String point, String kind) {
    if (!wanted.isEmpty() && asked(point, kind) && firstTime()) {
      death.run();
    }
  }

  private boolean asked(String point, String kind) {
    return wanted.equals(point)
        || wanted.equals(service + ":" + point)
        || wanted.equals(service + ":" + point + ":" + kind);
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
