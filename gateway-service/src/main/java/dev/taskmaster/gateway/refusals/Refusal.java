package dev.taskmaster.gateway.refusals;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A wish that cannot be met. The message names the input, the problem and the way out; {@link
 * #field()} names the part of the input that is at fault.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable String field;

  private Refusal(Reason reason, @Nullable String field, String detail, @Nullable Throwable cause) {
    super(detail, cause);
    this.reason = reason;
    this.field = field;
  }

  /** Why, with the HTTP status that says so. */
  public enum Reason {
    MALFORMED(400, "The request cannot be read"),
    FORBIDDEN(403, "The request is not allowed from there"),
    NOT_FOUND(404, "There is no such thing"),
    CONFLICT(409, "Not possible in this state"),
    TOO_LARGE(413, "Too large"),
    INVALID(422, "The input cannot be used"),
    UPSTREAM(502, "A part of the stack gave an answer that cannot be used"),
    UNAVAILABLE(503, "A part of the stack is not reachable");

    private final int status;
    private final String title;

    Reason(int status, String title) {
      this.status = status;
      this.title = title;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The same for every refusal of this kind. */
    public String title() {
      return title;
    }

    /** The kind as a name that programs compare. */
    public String type() {
      return "urn:taskmaster:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The value of {@code field} cannot be used. */
  public static Refusal invalid(String field, String detail) {
    return new Refusal(Reason.INVALID, field, detail, null);
  }

  /** The request as a whole is not of the form it should have. */
  public static Refusal malformed(@Nullable String field, String detail) {
    return new Refusal(Reason.MALFORMED, field, detail, null);
  }

  /** The request comes from where it may not come. */
  public static Refusal forbidden(String detail) {
    return new Refusal(Reason.FORBIDDEN, null, detail, null);
  }

  /** Nothing has that name. */
  public static Refusal notFound(String detail) {
    return new Refusal(Reason.NOT_FOUND, null, detail, null);
  }

  /** The thing is in a state that does not allow it. */
  public static Refusal conflict(String detail) {
    return new Refusal(Reason.CONFLICT, null, detail, null);
  }

  /** More than is taken. */
  public static Refusal tooLarge(String field, String detail) {
    return new Refusal(Reason.TOO_LARGE, field, detail, null);
  }

  /** Another part of the stack does not answer. */
  public static Refusal unavailable(String detail, @Nullable Throwable cause) {
    return new Refusal(Reason.UNAVAILABLE, null, detail, cause);
  }

  /** Another part of the stack answered with something unusable. */
  public static Refusal upstream(String detail, @Nullable Throwable cause) {
    return new Refusal(Reason.UPSTREAM, null, detail, cause);
  }

  public Reason reason() {
    return reason;
  }

  /** The part of the input at fault; null where it is none. */
  public @Nullable String field() {
    return field;
  }

  /** What to tell the person. */
  public String detail() {
    var message = getMessage();
    return message == null ? reason.title() : message;
  }
}
