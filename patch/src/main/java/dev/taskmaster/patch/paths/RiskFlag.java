package dev.taskmaster.patch.paths;

/**
 * A change that is allowed but gives code new power when somebody merges or builds it.
 *
 * @param path the file
 * @param kind why it is marked
 */
public record RiskFlag(String path, Kind kind) {

  /** What a marked file can do. */
  public enum Kind {
    CI("runs on the project's build machines"),
    HOOK("runs on developers' machines at git or tool events"),
    BUILD_WRAPPER("is started by everybody who builds the project"),
    GIT_SETTINGS("changes how git treats the files"),
    EXECUTABLE_BIT("becomes executable"),
    DEPENDENCIES("decides which foreign code is fetched and run");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** The end of a sentence that starts with the path. */
    public String meaning() {
      return meaning;
    }
  }

  /** One line for a person. */
  public String message() {
    return path + " " + kind.meaning();
  }
}
