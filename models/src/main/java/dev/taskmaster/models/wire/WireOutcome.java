package dev.taskmaster.models.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How an HTTP exchange ended. */
public sealed interface WireOutcome {

  /** A whole reply, of any status. Header names are in lower case. */
  record Answered(int status, Map<String, List<String>> headers, String body)
      implements WireOutcome {

    /** Whether the status is 2xx. */
    public boolean successful() {
      return status / 100 == 2;
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }
  }

  /** The reply passed the byte cap; the rest was not read. */
  record TooLarge(int status, long bytesRead, long cap) implements WireOutcome {}

  /**
   * The deadline passed.
   *
   * @param bytesRead of the reply's body; 0 where not even its headers came
   */
  record DeadlinePassed(long millis, boolean headersSeen, long bytesRead) implements WireOutcome {}

  /**
   * The connection could not be made, or broke.
   *
   * @param sent whether the request may have reached the other side
   */
  record ConnectionFailed(boolean sent, String reason) implements WireOutcome {}

  /** The waiting thread was interrupted; its interrupt flag is set again. */
  record Interrupted() implements WireOutcome {}
}
