package dev.taskmaster.workspace;

/**
 * A path that a task cannot start from. The message names the path, the problem and the way out.
 */
public final class UnusableRepositoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Kind {
    UNKNOWN_PATH("does not exist", "check the path"),
    NOT_A_DIRECTORY("is not a folder", "give the folder of the repository"),
    NOT_A_GIT_REPOSITORY("is not a git repository", "give the top folder of one, or run git init"),
    BARE("is a bare repository", "give a clone with a working tree"),
    NO_COMMIT("has no commit yet", "commit something first"),
    UNSUPPORTED_FORMAT(
        "uses git's SHA-256 object format, which is not supported", "give a SHA-1 repository"),
    UNREADABLE("cannot be read", "check its permissions and run git fsck in it");

    private final String problem;
    private final String help;

    Kind(String problem, String help) {
      this.problem = problem;
      this.help = help;
    }
  }

  private final Kind kind;

  public UnusableRepositoryException(Kind kind, String path) {
    this(kind, path, "");
  }

  public UnusableRepositoryException(Kind kind, String path, String detail) {
    super(message(kind, path, detail));
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  private static String message(Kind kind, String path, String detail) {
    String more = detail.isEmpty() ? "" : " (" + detail + ")";
    return "%s %s%s: %s".formatted(path, kind.problem, more, kind.help);
  }
}
