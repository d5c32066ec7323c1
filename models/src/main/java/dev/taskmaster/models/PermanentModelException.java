package dev.taskmaster.models;

import org.jspecify.annotations.Nullable;

/** The same call will not succeed by being repeated. */
public abstract sealed class PermanentModelException extends ModelFault
    permits BudgetExceededException,
        PermanentModelException.Unauthorized,
        PermanentModelException.BadRequest,
        PermanentModelException.ReplyTooLarge,
        PermanentModelException.Malformed,
        PermanentModelException.Truncated,
        PermanentModelException.ContextTooLong,
        PermanentModelException.NoModel,
        PermanentModelException.NotRecorded,
        PermanentModelException.Cancelled {

  private static final long serialVersionUID = 1L;

  PermanentModelException(String model, String problem, String wayOut, @Nullable Usage usage) {
    super(model, problem, wayOut, usage);
  }

  /** The key is missing or refused (401, 403). */
  public static final class Unauthorized extends PermanentModelException {
    private static final long serialVersionUID = 1L;

    public Unauthorized(String model, String problem, String wayOut) {
      super(model, problem, wayOut, null);
    }
  }

  /** The endpoint refuses the request. */
  public static final class BadRequest extends PermanentModelException {
    private static final long serialVersionUID = 1L;

    public BadRequest(String model, String problem, String wayOut, @Nullable Usage usage) {
      super(model, problem, wayOut, usage);
    }
  }

  /** The reply has more bytes than a reply may have; it was not read to its end. */
  public static final class ReplyTooLarge extends PermanentModelException {
    private static final long serialVersionUID = 1L;

    public ReplyTooLarge(String model, String problem, String wayOut, @Nullable Usage usage) {
      super(model, problem, wayOut, usage);
    }
  }

  /** The reply is not what the provider's API promises. */
  public static final class Malformed extends PermanentModelException {
    private static final long serialVersionUID = 1L;

    public Malformed(String model, String problem, String wayOut, @Nullable Usage usage) {
      super(model, problem, wayOut, usage);
    }
  }

  /** The model stopped at its output limit. */
  public static final class Truncated extends PermanentModelException {
    private static final long serialVersionUID = 1L;
    private final String partialText;

    public Truncated(
        String model, String problem, String wayOut, @Nullable Usage usage, String partialText) {
      super(model, problem, wayOut, usage);
      this.partialText = partialText;
    }

    /** What the model wrote up to there. */
    public String partialText() {
      return partialText;
    }
  }

  /** The request does not fit into the model's context. */
  public static final class ContextTooLong extends PermanentModelException {
    private static final long serialVersionUID = 1L;

    public ContextTooLong(String model, String problem, String wayOut) {
      super(model, problem, wayOut, null);
    }
  }

  /** Nothing in the catalogue can answer. */
  public static final class NoModel extends PermanentModelException {
    private static final long serialVersionUID = 1L;

    public NoModel(String asked, String problem, String wayOut) {
      super(asked, problem, wayOut, null);
    }
  }

  /** The recording holds no answer to this request. */
  public static final class NotRecorded extends PermanentModelException {
    private static final long serialVersionUID = 1L;

    public NotRecorded(String model, String problem, String wayOut) {
      super(model, problem, wayOut, null);
    }
  }

  /** The caller's thread was interrupted; what was sent may still be billed. */
  public static final class Cancelled extends PermanentModelException {
    private static final long serialVersionUID = 1L;

    public Cancelled(String model, String problem, String wayOut, @Nullable Usage usage) {
      super(model, problem, wayOut, usage);
    }
  }
}
