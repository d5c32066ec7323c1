package dev.taskmaster.workspace.sandbox;

/** What stood between a command and the machine. Recorded in every result. */
public enum Isolation {
  /** Own namespaces, no network unless granted, only its folder to write in. */
  BUBBLEWRAP("bubblewrap"),
  /** Nothing but time and output limits. */
  NONE("none");

  private final String wireName;

  Isolation(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
