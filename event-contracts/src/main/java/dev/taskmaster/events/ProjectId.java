package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a project, the unit of access: lower-case letters, digits, dots and dashes. */
public record ProjectId(@JsonValue String value) implements Comparable<ProjectId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProjectId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new InvalidIdException("ProjectId", value, "acme-billing");
    }
  }

  @Override
  public int compareTo(ProjectId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
