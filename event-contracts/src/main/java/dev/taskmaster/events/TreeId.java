package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A git tree: forty hex digits. Two equal trees have equal ids, whenever they were written. */
public record TreeId(@JsonValue String value) implements Comparable<TreeId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TreeId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new InvalidIdException("TreeId", value, "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    }
  }

  @Override
  public int compareTo(TreeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
