package dev.taskmaster.patch.reader;

import dev.taskmaster.patch.files.FileMode;
import java.util.List;
import java.util.Optional;

/** What an answer says about one file, exactly. Paths are not checked yet. */
public sealed interface FileChange {

  /** The path the change is about; of a rename, the new one. */
  String path();

  /** The answer's line it starts at, from 1. */
  int answerLine();

  /** A file that must not exist yet. */
  record Created(String path, int answerLine, String mode, List<String> lines, boolean finalNewline)
      implements FileChange {
    public Created {
      lines = List.copyOf(lines);
    }
  }

  /** A file that goes; the hunks, if any, must cover all of it. */
  record Deleted(String path, int answerLine, List<Hunk> hunks) implements FileChange {
    public Deleted {
      hunks = List.copyOf(hunks);
    }
  }

  /** A file that changes in places, or gets another mode. */
  record Modified(String path, int answerLine, Optional<String> newMode, List<Hunk> hunks)
      implements FileChange {
    public Modified {
      hunks = List.copyOf(hunks);
    }
  }

  /** A file that moves, and may change in places on the way. */
  record Renamed(
      String from, String path, int answerLine, Optional<String> newMode, List<Hunk> hunks)
      implements FileChange {
    public Renamed {
      hunks = List.copyOf(hunks);
    }
  }

  /**
   * A file given whole.
   *
   * @param saidComplete the answer says in words that this is the complete file
   */
  record Whole(
      String path, int answerLine, List<String> lines, boolean finalNewline, boolean saidComplete)
      implements FileChange {
    public Whole {
      lines = List.copyOf(lines);
    }
  }

  /** The mode a created file has when the answer names none. */
  static String usualMode() {
    return FileMode.REGULAR.octal();
  }
}
