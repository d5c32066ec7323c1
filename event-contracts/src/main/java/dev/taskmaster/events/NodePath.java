package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The place of a node in its task graph: an absolute prim path below {@code /Task}, or {@code
 * /Task} itself.
 */
public record NodePath(@JsonValue String value) implements Comparable<NodePath> {
  private static final Pattern FORM = Pattern.compile("/Task(/[A-Za-z_][A-Za-z0-9_]{0,63}){0,16}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NodePath {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new InvalidIdException("NodePath", value, "/Task/Fix");
    }
  }

  @Override
  public int compareTo(NodePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  /** The node called {@code name} directly below this one. */
  public NodePath child(String name) {
    return new NodePath(value + "/" + name);
  }

  /** The last element: the name people see. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }
}
