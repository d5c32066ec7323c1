package dev.taskmaster.models;

/**
 * A provider's key while a call is made: it shows its name and redacts itself from what it meets.
 */
public final class ApiKey {

  private static final int SHORTEST_REDACTED = 4;

  private final String name;
  private final String value;

  ApiKey(String name, String value) {
    this.name = name;
    this.value = value;
  }

  /** The environment variable it came from. */
  public String name() {
    return name;
  }

  /** The secret itself: for the header of a request and nothing else. */
  public String reveal() {
    return value;
  }

  /** Whether an HTTP header can carry it. */
  public boolean fitsHeader() {
    return !value.isEmpty() && value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }

  /** The text without this key in it, whoever put it there. */
  public String redact(String text) {
    return value.length() < SHORTEST_REDACTED ? text : text.replace(value, "[" + name + "]");
  }

  @Override
  public String toString() {
    return "ApiKey[" + name + "]";
  }
}
