package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A git commit: forty hex digits. Commits contain times, so a commit is never part of a result key.
 */
public record CommitId(@JsonValue String value) implements Comparable<CommitId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CommitId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new InvalidIdException("CommitId", value, "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    }
  }

  @Override
  public int compareTo(CommitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
