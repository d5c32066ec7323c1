package dev.taskmaster.events;

import org.jspecify.annotations.Nullable;

/**
 * An identifier that is not of its type's form; the message names the value and shows a valid one.
 */
public final class InvalidIdException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidIdException(String type, @Nullable String value, String example) {
    super("'%s' is not a %s: it should look like '%s'".formatted(value, type, example));
  }
}
