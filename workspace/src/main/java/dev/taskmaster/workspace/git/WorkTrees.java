package dev.taskmaster.workspace.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;

/** Which branches are checked out in a repository's main and linked working trees. */
final class WorkTrees {
  private final Path common;

  WorkTrees(Repository repository) {
    this.common = repository.getCommonDirectory().toPath();
  }

  boolean hasCheckedOut(String fullName) throws IOException {
    if (isAt(common, fullName)) {
      return true;
    }
    Path linked = common.resolve("worktrees");
    if (!Files.isDirectory(linked)) {
      return false;
    }
    try (DirectoryStream<Path> trees = Files.newDirectoryStream(linked)) {
      for (Path tree : trees) {
        if (isAt(tree, fullName)) {
          return true;
        }
      }
    }
    return false;
  }

  /** HEAD names the branch, or a rebase or bisect that is under way will come back to it. */
  private static boolean isAt(Path gitDir, String fullName) throws IOException {
    return isLine(gitDir.resolve("HEAD"), "ref: " + fullName)
        || isLine(gitDir.resolve("rebase-merge/head-name"), fullName)
        || isLine(gitDir.resolve("rebase-apply/head-name"), fullName)
        || isLine(gitDir.resolve("BISECT_START"), fullName.substring("refs/heads/".length()));
  }

  private static boolean isLine(Path file, String line) throws IOException {
    return Files.isRegularFile(file) && Files.readString(file).strip().equals(line);
  }
}
