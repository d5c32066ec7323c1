package dev.taskmaster.workspace.git;

import org.eclipse.jgit.lib.ObjectId;

/** Object ids as strings, checked. */
public final class Ids {
  private Ids() {}

  /** The id behind 40 hexadecimal digits. */
  public static ObjectId parse(String id) {
    if (!ObjectId.isId(id)) {
      throw new IllegalArgumentException(
          "a git object id is 40 hexadecimal digits, got \"%s\""
              .formatted(id.length() > 60 ? id.substring(0, 60) + "…" : id));
    }
    return ObjectId.fromString(id);
  }
}
