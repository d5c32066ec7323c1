package dev.taskmaster.patch.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.patch.PatchOutcome;
import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.files.MapTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

  static List<String> evil() {
    return List.of(
        "",
        "/etc/passwd",
        "//server/share",
        "C:/Windows/x",
        "c:x",
        "..",
        "../x",
        "a/../../x",
        "a/..",
        "./x",
        "a/./b",
        "a//b",
        "a/",
        ".git",
        ".git/config",
        "sub/.git/hooks/pre-commit",
        ".GIT/config",
        ".gIt/config",
        ".git./config",
        ".git /config",
        ".git. . /config",
        ".git::$INDEX_ALLOCATION/config",
        ".git:stream",
        "git~1/config",
        "GIT~1/hooks/x",
        "git~23/x",
        ".g\u200cit/config",
        ".\u200dgit/config",
        ".git\u200e/config",
        "\ufeff.git/config",
        ".gi\u2060t/config",
        "\uff0egit/config",
        ".\uff47\uff49\uff54/config",
        ".g\u0131t/config",
        "a\\b",
        "..\\x",
        ".git\\config",
        "a\u0000b",
        "a\nb",
        "a\tb",
        "a\u007fb",
        "a\u0085b",
        "a\u202eb",
        "a\u2066b",
        "a\ud800b",
        "...",
        "a/.. /b",
        "a/. ./b",
        "x".repeat(300),
        "a/".repeat(100) + "b",
        "abc/".repeat(2_000) + "b");
  }

  @ParameterizedTest
  @MethodSource("evil")
  void anEvilPathIsRefused(String path) {
    assertThat(SafePath.problemOf(path)).isPresent();
    assertThatThrownBy(() -> new SafePath(path)).isInstanceOf(UnsafePathException.class);
  }

  @ParameterizedTest
  @MethodSource("evil")
  void noFormOfPatchWritesToAnEvilPath(String path) {
    MapTree tree = new MapTree(Map.of("a", FileContent.text("x\n")));
    for (String answer :
        List.of(
            "--- /dev/null\n+++ b/%s\n@@ -0,0 +1 @@\n+x\n",
            "--- /dev/null\n+++ %s\n@@ -0,0 +1 @@\n+x\n",
            "diff --git a/%1$s b/%1$s\nnew file mode 100644\n--- /dev/null\n+++ b/%1$s\n@@ -0,0 +1 @@\n+x\n",
            "diff --git a/a b/%1$s\nrename from a\nrename to %1$s\n",
            "*** Begin Patch\n*** Add File: %s\n+x\n*** End Patch\n",
            "%s\n<<<<<<< SEARCH\n=======\nx\n>>>>>>> REPLACE\n",
            "`%s`\n```\nx\n```\n",
            "File: %s\n```\nx\n```\n")) {
      PatchOutcome outcome = PatchEngine.standard().apply(tree, answer.formatted(path));
      if (outcome instanceof PatchOutcome.Applied applied) {
        // Reading may cut what is no part of a name; what is left must be safe.
        assertThat(applied.edits()).allMatch(e -> SafePath.problemOf(e.path()).isEmpty());
        assertThat(applied.edits()).noneMatch(e -> e.path().equals(path));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "src/main/java/A.java",
        ".github/workflows/ci.yml",
        ".gitignore",
        ".gitattributes",
        "git",
        "git/x",
        "digit/x",
        "x.git/y",
        "git~/x",
        "a..b",
        "..a",
        "a b/c d.txt",
        "\u00e9t\u00e9/\u4e16\u754c.txt",
        "emoji\ud83d\ude00.txt",
        "-rf",
        "ab:c"
      })
  void anOrdinaryPathIsFine(String path) {
    assertThat(SafePath.problemOf(path)).isEmpty();
    assertThat(new SafePath(path).value()).isEqualTo(path);
  }

  @Test
  void messagesShowWhatCannotBeSeen() {
    assertThat(SafePath.shown(".g\u200cit\u0000")).isEqualTo(".g\\u{200c}it\\u{0}");
  }

  @Test
  void changesThatGiveCodeNewPowerAreMarked() {
    MapTree before =
        new MapTree(Map.of("old.sh", new FileContent(new byte[0], FileMode.EXECUTABLE)));
    List<FileEdit> edits =
        List.of(
            FileEdit.Write.text(".github/workflows/ci.yml", ""),
            FileEdit.Write.text("Jenkinsfile", ""),
            FileEdit.Write.text(".husky/pre-commit", ""),
            FileEdit.Write.text("sub/gradlew", ""),
            FileEdit.Write.text(".gitattributes", ""),
            FileEdit.Write.text("package.json", ""),
            new FileEdit.Write("new.sh", new byte[0], FileMode.EXECUTABLE),
            new FileEdit.Write("old.sh", new byte[1], FileMode.EXECUTABLE),
            FileEdit.Write.text("src/App.java", ""));

    assertThat(RiskFlags.of(edits, before))
        .containsExactly(
            new RiskFlag(".github/workflows/ci.yml", RiskFlag.Kind.CI),
            new RiskFlag("Jenkinsfile", RiskFlag.Kind.CI),
            new RiskFlag(".husky/pre-commit", RiskFlag.Kind.HOOK),
            new RiskFlag("sub/gradlew", RiskFlag.Kind.BUILD_WRAPPER),
            new RiskFlag(".gitattributes", RiskFlag.Kind.GIT_SETTINGS),
            new RiskFlag("package.json", RiskFlag.Kind.DEPENDENCIES),
            new RiskFlag("new.sh", RiskFlag.Kind.EXECUTABLE_BIT));
  }
}
