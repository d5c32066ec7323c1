package dev.taskmaster.models;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same call may succeed later. */
public abstract sealed class RetriableModelException extends ModelFault {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  private RetriableModelException(
      String model,
      String problem,
      String wayOut,
      @Nullable Duration retryAfter,
      @Nullable Usage usage) {
    super(model, problem, wayOut, usage);
    this.retryAfter = retryAfter;
  }

  /** How long the provider, or an open circuit, asks to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Too many requests (429). */
  public static final class RateLimited extends RetriableModelException {
    private static final long serialVersionUID = 1L;

    public RateLimited(String model, String problem, String wayOut, @Nullable Duration retryAfter) {
      super(model, problem, wayOut, retryAfter, null);
    }
  }

  /** The provider failed (5xx). */
  public static final class Unavailable extends RetriableModelException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String model, String problem, String wayOut, @Nullable Duration retryAfter) {
      super(model, problem, wayOut, retryAfter, null);
    }
  }

  /** The deadline passed before the reply's last byte; what was sent may still be billed. */
  public static final class TimedOut extends RetriableModelException {
    private static final long serialVersionUID = 1L;

    public TimedOut(String model, String problem, String wayOut, @Nullable Usage usage) {
      super(model, problem, wayOut, null, usage);
    }
  }

  /** The connection could not be made, or broke. */
  public static final class Network extends RetriableModelException {
    private static final long serialVersionUID = 1L;

    public Network(String model, String problem, String wayOut, @Nullable Usage usage) {
      super(model, problem, wayOut, null, usage);
    }
  }
}
