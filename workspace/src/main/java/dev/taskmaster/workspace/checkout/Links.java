package dev.taskmaster.workspace.checkout;

/** Which symbolic links cannot lead out of the tree they are in. */
final class Links {
  private Links() {}

  /**
   * Whether a link at {@code path} stays inside. Steps up are allowed at the start only and no
   * further than the root: after a name that may itself be a link, ".." can lead anywhere.
   */
  static boolean staysInside(String path, String target) {
    if (target.isEmpty() || target.startsWith("/") || target.indexOf('\0') >= 0) {
      return false;
    }
    int depth = (int) path.chars().filter(c -> c == '/').count();
    int up = 0;
    boolean named = false;
    for (String step : target.split("/", -1)) {
      if (step.equals("..")) {
        up++;
        if (named || up > depth) {
          return false;
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        named = true;
      }
    }
    return true;
  }
}
