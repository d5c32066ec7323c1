package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a task: {@code t-} and a ULID, so that ids sort by the time they were made. */
public record TaskId(@JsonValue String value) implements Comparable<TaskId> {
  private static final Pattern FORM = Pattern.compile("t-[0-9A-HJKMNP-TV-Z]{26}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TaskId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new InvalidIdException("TaskId", value, "t-01JD0000000000000000000000");
    }
  }

  @Override
  public int compareTo(TaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /**
   * A new id for a task that is submitted at {@code at}; {@code random} fills the lower 80 bits.
   */
  public static TaskId at(java.time.Instant at, java.util.random.RandomGenerator random) {
    var text = new StringBuilder("t-");
    long millis = at.toEpochMilli();
    for (int shift = 45; shift >= 0; shift -= 5) {
      text.append(CROCKFORD.charAt((int) (millis >>> shift) & 31));
    }
    for (int i = 0; i < 16; i++) {
      text.append(CROCKFORD.charAt(random.nextInt(32)));
    }
    return new TaskId(text.toString());
  }
}
