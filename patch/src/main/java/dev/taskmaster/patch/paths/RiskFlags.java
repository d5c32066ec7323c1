package dev.taskmaster.patch.paths;

import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.files.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Marks the edits a person should look at before they are merged. */
public final class RiskFlags {
  private static final List<String> CI_PLACES =
      List.of(
          ".github/workflows/",
          ".github/actions/",
          ".gitlab/",
          ".circleci/",
          ".buildkite/",
          ".teamcity/",
          ".woodpecker/",
          ".ci/",
          ".azure-pipelines/");
  private static final Set<String> CI_FILES =
      Set.of(
          ".gitlab-ci.yml",
          "jenkinsfile",
          ".travis.yml",
          "azure-pipelines.yml",
          "bitbucket-pipelines.yml",
          "appveyor.yml",
          ".drone.yml",
          ".cirrus.yml",
          "cloudbuild.yaml");
  private static final List<String> HOOK_PLACES =
      List.of(".husky/", ".githooks/", "hooks/", ".vscode/", ".idea/", ".devcontainer/");
  private static final Set<String> HOOK_FILES =
      Set.of(
          ".pre-commit-config.yaml", "lefthook.yml", ".envrc", "conftest.py", "sitecustomize.py");
  private static final Set<String> WRAPPERS =
      Set.of(
          "mvnw",
          "mvnw.cmd",
          "gradlew",
          "gradlew.bat",
          "gradle-wrapper.properties",
          "gradle-wrapper.jar",
          "maven-wrapper.properties",
          "maven-wrapper.jar",
          "makefile",
          "build.rs",
          "setup.py");
  private static final Set<String> GIT_FILES =
      Set.of(".gitattributes", ".gitmodules", ".gitignore");
  private static final Set<String> DEPENDENCY_FILES =
      Set.of(
          "package.json",
          "package-lock.json",
          "pom.xml",
          "build.gradle",
          "build.gradle.kts",
          "requirements.txt",
          "pyproject.toml",
          "cargo.toml",
          "cargo.lock",
          "go.mod",
          "go.sum",
          ".npmrc",
          "pip.conf");

  private RiskFlags() {}

  /** The flags of these edits, in their order. */
  public static List<RiskFlag> of(List<FileEdit> edits, SourceTree before) {
    List<RiskFlag> flags = new ArrayList<>();
    for (FileEdit edit : edits) {
      for (RiskFlag.Kind kind : kindsOf(edit.path())) {
        flags.add(new RiskFlag(edit.path(), kind));
      }
      if (becomesExecutable(edit, before)) {
        flags.add(new RiskFlag(edit.path(), RiskFlag.Kind.EXECUTABLE_BIT));
      }
    }
    return List.copyOf(flags);
  }

  private static List<RiskFlag.Kind> kindsOf(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    List<RiskFlag.Kind> kinds = new ArrayList<>();
    if (CI_FILES.contains(name) || CI_PLACES.stream().anyMatch(lower::startsWith)) {
      kinds.add(RiskFlag.Kind.CI);
    }
    if (HOOK_FILES.contains(name) || HOOK_PLACES.stream().anyMatch(lower::startsWith)) {
      kinds.add(RiskFlag.Kind.HOOK);
    }
    if (WRAPPERS.contains(name)) {
      kinds.add(RiskFlag.Kind.BUILD_WRAPPER);
    }
    if (GIT_FILES.contains(name)) {
      kinds.add(RiskFlag.Kind.GIT_SETTINGS);
    }
    if (DEPENDENCY_FILES.contains(name)) {
      kinds.add(RiskFlag.Kind.DEPENDENCIES);
    }
    return kinds;
  }

  private static boolean becomesExecutable(FileEdit edit, SourceTree before) {
    return edit instanceof FileEdit.Write write
        && write.mode() == FileMode.EXECUTABLE
        && before.read(write.path()).map(FileContent::mode).orElse(FileMode.REGULAR)
            != FileMode.EXECUTABLE;
  }
}
