package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.planner.files.FileRole;
import dev.taskmaster.planner.files.ProjectFile;
import dev.taskmaster.planner.files.ProjectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a project is so small that one request can hold all of it: then planning would cost more
 * than it saves.
 */
final class SmallTask {
  private SmallTask() {}

  /** The files to read, sources first; empty where the project is not small. */
  static Optional<List<String>> reads(ProjectTree tree, PlannerLimits limits) {
    var relevant = new ArrayList<ProjectFile>();
    for (var file : tree.files()) {
      var role = FileRole.of(file.path());
      if (role == FileRole.NOISE || file.size() == 0) {
        continue;
      }
      if (file.size() <= limits.largestFile()) {
        relevant.add(file);
      } else if (role != FileRole.TEXT) {
        return Optional.empty();
      }
    }
    if (sum(relevant) > limits.smallProject()) {
      return Optional.empty();
    }
    var reads =
        relevant.stream()
            .filter(file -> tree.text(file.path(), limits.largestFile()).isPresent())
            .sorted(
                java.util.Comparator.<ProjectFile, FileRole>comparing(
                        file -> FileRole.of(file.path()))
                    .thenComparing(ProjectFile::path))
            .map(ProjectFile::path)
            .toList();
    return Optional.of(reads);
  }

  private static long sum(List<ProjectFile> files) {
    return files.stream().mapToLong(ProjectFile::size).sum();
  }
}
