package dev.taskmaster.worker.model;

/** Sets content apart from instructions: between rows of backticks longer than any inside it. */
final class Fence {
  private static final String SHORTEST = "```";

  private Fence() {}

  static String around(String content) {
    var fence = "`".repeat(Math.max(SHORTEST.length(), longestRow(content) + 1));
    var end = content.endsWith("\n") ? "" : "\n";
    return fence + "\n" + content + end + fence + "\n";
  }

  private static int longestRow(String content) {
    int longest = 0;
    int row = 0;
    for (int i = 0; i < content.length(); i++) {
      row = content.charAt(i) == '`' ? row + 1 : 0;
      longest = Math.max(longest, row);
    }
    return longest;
  }
}
