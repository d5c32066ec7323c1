package dev.taskmaster.gateway.projects;

import java.util.List;
import java.util.Optional;

/** A tool that builds and tests projects, known by the files it leaves at their root. */
@FunctionalInterface
interface BuildTool {
  /** All that are looked for; where several are found, the first that has tests is used. */
  List<BuildTool> ALL =
      List.of(
          BuildTool::maven,
          BuildTool::gradle,
          BuildTool::cargo,
          BuildTool::go,
          new NodeTool(),
          new PythonTool(),
          BuildTool::make);

  /** What this tool would run in the project; empty where the project does not use it. */
  Optional<Found> find(ProjectFiles files);

  /**
   * A tool in use.
   *
   * @param build empty where there is nothing to build
   * @param test empty where there are no tests
   */
  record Found(String name, String build, String test, List<String> notices) {
    Found(String name, String build, String test) {
      this(name, build, test, List.of());
    }

    public Found {
      notices = List.copyOf(notices);
    }
  }

  private static Optional<Found> maven(ProjectFiles files) {
    if (!files.has("pom.xml")) {
      return Optional.empty();
    }
    var maven = files.has("mvnw") ? "./mvnw" : "mvn";
    return Optional.of(new Found("Maven", maven + " -q -B test-compile", maven + " -q -B test"));
  }

  private static Optional<Found> gradle(ProjectFiles files) {
    if (List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")
        .stream()
        .noneMatch(files::has)) {
      return Optional.empty();
    }
    var gradle = files.has("gradlew") ? "./gradlew" : "gradle";
    return Optional.of(new Found("Gradle", gradle + " -q testClasses", gradle + " -q test"));
  }

  private static Optional<Found> cargo(ProjectFiles files) {
    return files.has("Cargo.toml")
        ? Optional.of(new Found("Cargo", "cargo build --quiet", "cargo test --quiet"))
        : Optional.empty();
  }

  private static Optional<Found> go(ProjectFiles files) {
    return files.has("go.mod")
        ? Optional.of(new Found("Go", "go build ./...", "go test ./..."))
        : Optional.empty();
  }

  private static Optional<Found> make(ProjectFiles files) {
    return files
        .text("Makefile")
        .filter(text -> text.lines().anyMatch(line -> line.startsWith("test:")))
        .map(text -> new Found("make", "", "make test"));
  }
}
