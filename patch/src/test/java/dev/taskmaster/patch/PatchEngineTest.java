package dev.taskmaster.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.files.MapTree;
import dev.taskmaster.patch.report.Fit;
import dev.taskmaster.patch.report.PatchProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PatchEngineTest {
  private static final String APP =
      """
      import os

      def add(a, b):
          # Adds two numbers.
          result = a - b
          return result

      def sub(a, b):
          result = a - b
          return result


      if __name__ == "__main__":
          print(add(1, 2))
      """;
  private static final String FIXED = APP.replaceFirst("result = a - b", "result = a + b");

  private final MapTree tree =
      new MapTree(
          Map.of(
              "src/app.py", FileContent.text(APP),
              "README.md", FileContent.text("# App\n\nAdds.\n"),
              "run.sh", new FileContent(bytes("#!/bin/sh\n"), FileMode.EXECUTABLE),
              "link", new FileContent(bytes("src"), FileMode.SYMLINK),
              "module", new FileContent(new byte[0], FileMode.GITLINK),
              "logo.png", new FileContent(new byte[] {1, 0, 2}, FileMode.REGULAR)));

  static Stream<Arguments> damages() {
    String exact =
        """
        diff --git a/src/app.py b/src/app.py
        index 1111111..2222222 100644
        --- a/src/app.py
        +++ b/src/app.py
        @@ -2,5 +2,5 @@ import os

         def add(a, b):
             # Adds two numbers.
        -    result = a - b
        +    result = a + b
             return result
        """;
    return Stream.of(
        Arguments.of("exact", exact),
        Arguments.of("no git header", exact.substring(exact.indexOf("--- a"))),
        Arguments.of("no prefixes", exact.replace("a/src", "src").replace("b/src", "src")),
        Arguments.of("other prefixes", exact.replace("a/src", "i/src").replace("b/src", "w/src")),
        Arguments.of("dot prefix", exact.replace("a/src", "./src").replace("b/src", "./src")),
        Arguments.of("time stamps", exact.replace("app.py\n@@", "app.py\t2026-01-02 10:00:00\n@@")),
        Arguments.of("quoted names", exact.replace("--- a/src/app.py", "--- \"a/src/app.py\"")),
        Arguments.of("bare @@", exact.replaceFirst("@@ .*", "@@")),
        Arguments.of("@@ ... @@", exact.replaceFirst("@@ .*", "@@ ... @@")),
        Arguments.of("heading only", exact.replaceFirst("@@ .*", "@@ def add(a, b):")),
        Arguments.of("no @@ at all", exact.replaceFirst("@@ .*\n", "")),
        Arguments.of("wrong numbers", exact.replace("-2,5 +2,5", "-40,5 +41,5")),
        Arguments.of("wrong counts", exact.replace("-2,5 +2,5", "-2,9 +2,17")),
        Arguments.of("small counts", exact.replace("-2,5 +2,5", "-2,1 +2,1")),
        Arguments.of("CRLF answer", exact.replace("\n", "\r\n")),
        Arguments.of("fenced", "Here you are:\n\n```diff\n" + exact + "```\n\nIt adds now.\n"),
        Arguments.of("tilde fence", "~~~\n" + exact + "~~~\n"),
        Arguments.of("indented fence", "1. Do\n" + ("```diff\n" + exact + "```\n").indent(3)),
        Arguments.of("prose behind", exact + "\nThis fixes the sign.\n\n- tested\n- reviewed\n"),
        Arguments.of("no final newline", exact.stripTrailing()),
        Arguments.of("byte order mark", "\uFEFF" + exact),
        Arguments.of(
            "lost markers",
            exact.replace(" def add", "def add").replace("     return", "    return")),
        Arguments.of("trailing space", exact.replace("def add(a, b):", "def add(a, b):  ")),
        Arguments.of("shown twice", "```diff\n" + exact + "```\nAgain:\n```diff\n" + exact + "```"),
        Arguments.of("mail", "Subject: x\n---\n src/app.py | 2 +-\n\n" + exact + "-- \n2.39.5\n"),
        Arguments.of(
            "dedented",
            """
            --- a/src/app.py
            +++ b/src/app.py
            @@
             # Adds two numbers.
            -result = a - b
            +result = a + b
             return result
            """),
        Arguments.of(
            "tabs",
            """
            --- a/src/app.py
            +++ b/src/app.py
            @@
             def add(a, b):
             \t# Adds two numbers.
            -\tresult = a - b
            +\tresult = a + b
             \treturn result
            """),
        Arguments.of("a wrong word", exact.replace("two numbers", "2 numbers")),
        Arguments.of(
            "search block",
            """
            src/app.py
            ```python
            <<<<<<< SEARCH
                # Adds two numbers.
                result = a - b
            =======
                # Adds two numbers.
                result = a + b
            >>>>>>> REPLACE
            ```
            """),
        Arguments.of(
            "envelope",
            """
            *** Begin Patch
            *** Update File: src/app.py
            @@ def add(a, b):
                 # Adds two numbers.
            -    result = a - b
            +    result = a + b
                 return result
            *** End Patch
            """),
        Arguments.of("whole file", "### `src/app.py`\n\n```python\n" + FIXED + "```\n"),
        Arguments.of("whole file, path behind fence", "```python src/app.py\n" + FIXED + "```\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDamagedAnswerStillMeansTheSame(String damage, String answer) {
    assertThat(appliedText(tree, answer, "src/app.py")).isEqualTo(FIXED);
  }

  @Test
  void whereItWentIsReported() {
    String answer = damages().findFirst().orElseThrow().get()[1].toString();

    assertThat(applied(tree, answer).hunks())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.line()).isEqualTo(2);
              assertThat(report.fit()).isEqualTo(Fit.EXACT);
            });
  }

  @Test
  void equalPlacesAreNamedAndNotChosen() {
    String answer =
        """
        --- a/src/app.py
        +++ b/src/app.py
        @@
        -    result = a - b
        +    result = a + b
             return result
        """;

    PatchProblem problem = refused(tree, answer).getFirst();

    assertThat(problem.problem()).contains("2 places", "lines 5, 9");
    assertThat(problem.file()).isEqualTo("src/app.py");
    assertThat(problem.hunk()).isEqualTo(1);
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.excerpt()).contains("5:     result = a - b");
    assertThat(appliedText(tree, answer.replace("@@", "@@ -5,2 +5,2 @@"), "src/app.py"))
        .isEqualTo(FIXED);
    assertThat(appliedText(tree, answer.replace("@@", "@@ def add(a, b):"), "src/app.py"))
        .isEqualTo(FIXED);
    refused(tree, answer.replace("@@", "@@ -6,2 +6,2 @@"));
    refused(tree, answer.replace("@@", "@@ -5,2 +5,2 @@ def sub(a, b):"));
  }

  @Test
  void asManyEqualHunksAsPlacesGoOneToEach() {
    String hunk = "@@\n-    result = a - b\n+    result = b\n     return result\n";

    assertThat(
            appliedText(tree, "--- a/src/app.py\n+++ b/src/app.py\n" + hunk + hunk, "src/app.py"))
        .isEqualTo(APP.replace("result = a - b", "result = b"));
  }

  @Test
  void aStaleHunkIsRefusedWithTheActualLines() {
    String answer =
        """
        --- a/src/app.py
        +++ b/src/app.py
        @@ -3,4 +3,4 @@
         def add(a, b):
             # Adds two numbers.
        -    total = a - b
        +    total = a + b
             return result
        """;

    PatchProblem problem = refused(tree, answer).getFirst();

    assertThat(problem.problem()).contains("not in the file");
    assertThat(problem.excerpt()).contains("4:     # Adds two numbers.", "5:     result = a - b");
    assertThat(problem.message())
        .contains("src/app.py, hunk 1", "copy unchanged and removed lines");
  }

  @Test
  void whatIsDoneAlreadyIsSaid() {
    MapTree done = new MapTree(Map.of("src/app.py", FileContent.text(FIXED)));
    String answer = damages().findFirst().orElseThrow().get()[1].toString();

    assertThat(refused(done, answer).getFirst().problem()).contains("in the file already");
  }

  @Test
  void oneBadHunkRefusesAll() {
    String good = damages().findFirst().orElseThrow().get()[1].toString();
    String bad = "--- a/README.md\n+++ b/README.md\n@@\n-# Nothing like it\n+# App 2\n";

    List<PatchProblem> problems = refused(tree, good + bad);

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().file()).isEqualTo("README.md");
  }

  @Test
  void severalFilesNewDeletedRenamedAndModesWork() {
    String answer =
        """
        diff --git a/src/new.py b/src/new.py
        new file mode 100755
        --- /dev/null
        +++ b/src/new.py
        @@ -0,0 +1,3 @@
        +#!/usr/bin/env python3

        +print("new")
        diff --git a/README.md b/docs/README.md
        similarity index 80%
        rename from README.md
        rename to docs/README.md
        --- a/README.md
        +++ b/docs/README.md
        @@ -1,3 +1,3 @@
         # App

        -Adds.
        +Adds and subtracts.
        diff --git a/run.sh b/run.sh
        deleted file mode 100755
        --- a/run.sh
        +++ /dev/null
        @@ -1 +0,0 @@
        -#!/bin/sh
        diff --git a/src/app.py b/src/app.py
        old mode 100644
        new mode 100755
        """;

    MapTree after = tree.after(applied(tree, answer).edits());

    assertThat(after.list())
        .containsExactly(
            "docs/README.md", "link", "logo.png", "module", "src/app.py", "src/new.py");
    assertThat(text(after, "src/new.py")).isEqualTo("#!/usr/bin/env python3\n\nprint(\"new\")\n");
    assertThat(after.read("src/new.py").orElseThrow().mode()).isEqualTo(FileMode.EXECUTABLE);
    assertThat(text(after, "docs/README.md")).isEqualTo("# App\n\nAdds and subtracts.\n");
    assertThat(after.read("src/app.py").orElseThrow().mode()).isEqualTo(FileMode.EXECUTABLE);
    assertThat(text(after, "src/app.py")).isEqualTo(APP);
  }

  @Test
  void lineEndingsAndMarksStayAsTheyWere() {
    String windows = "\uFEFF" + APP.replace("\n", "\r\n");
    MapTree before = new MapTree(Map.of("src/app.py", FileContent.text(windows)));

    for (Arguments damage : damages().toList()) {
      assertThat(appliedText(before, damage.get()[1].toString(), "src/app.py"))
          .describedAs(damage.get()[0].toString())
          .isEqualTo("\uFEFF" + FIXED.replace("\n", "\r\n"));
    }
  }

  @Test
  void aMissingFinalNewlineStaysMissingUnlessSaid() {
    MapTree before = new MapTree(Map.of("x.txt", FileContent.text("one\ntwo")));
    String head = "--- a/x.txt\n+++ b/x.txt\n@@ -1,2 +1,2 @@\n one\n-two\n";

    assertThat(appliedText(before, head + "+three\n", "x.txt")).isEqualTo("one\nthree");
    assertThat(appliedText(before, head + "\\ No newline at end of file\n+three\n", "x.txt"))
        .isEqualTo("one\nthree\n");
    assertThat(
            appliedText(
                before,
                head + "\\ No newline at end of file\n+three\n\\ No newline at end of file\n",
                "x.txt"))
        .isEqualTo("one\nthree");
  }

  @Test
  void aFileThatIsNotUtf8KeepsItsBytes() {
    byte[] latin = "gr\u00fc\u00dfe\nalt\nende\n".getBytes(StandardCharsets.ISO_8859_1);
    MapTree before = new MapTree(Map.of("x.txt", new FileContent(latin, FileMode.REGULAR)));
    String head = "--- a/x.txt\n+++ b/x.txt\n@@\n-alt\n";

    MapTree after = before.after(applied(before, head + "+neu\n ende\n").edits());

    assertThat(after.read("x.txt").orElseThrow().bytes())
        .isEqualTo("gr\u00fc\u00dfe\nneu\nende\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refused(before, head + "+n\u00f6\n ende\n").getFirst().problem()).contains("UTF-8");
  }

  @Test
  void removedLinesThatLookLikeHeadersAreLines() {
    MapTree before = new MapTree(Map.of("q.sql", FileContent.text("select 1\n-- old\nfrom x\n")));
    String answer =
        "--- a/q.sql\n+++ b/q.sql\n@@ -1,3 +1,3 @@\n select 1\n--- old\n+++ new\n from x\n";

    assertThat(appliedText(before, answer, "q.sql")).isEqualTo("select 1\n++ new\nfrom x\n");
  }

  @Test
  void markdownWithFencesCanBeChanged() {
    MapTree before =
        new MapTree(Map.of("d.md", FileContent.text("Run:\n\n```sh\nmake\n```\n\nDone.\n")));
    String diff = "--- a/d.md\n+++ b/d.md\n@@ -3,3 +3,3 @@\n ```sh\n-make\n+make all\n ```\n";

    for (String answer : List.of(diff, "```diff\n" + diff + "```\n")) {
      assertThat(appliedText(before, answer, "d.md")).contains("```sh\nmake all\n```\n");
    }
    refused(before, "```diff\n" + diff.replace("\n ```", "\n```") + "+more\n```\n");
  }

  static Stream<Arguments> refusals() {
    String head = "--- a/src/app.py\n+++ b/src/app.py\n";
    return Stream.of(
        Arguments.of("nothing at all", "I would change the sign.", "no change"),
        Arguments.of("empty", "", "no change"),
        Arguments.of("unknown file", "--- a/app.py\n+++ b/app.py\n@@\n-x\n+y\n", "no such file"),
        Arguments.of("a folder", "--- a/src\n+++ b/src\n@@\n-x\n+y\n", "folder"),
        Arguments.of("no context", head + "@@ -3,0 +4,1 @@\n+x = 1\n", "where it belongs"),
        Arguments.of("no effect", head + "@@\n-import os\n+import os\n", "changes nothing"),
        Arguments.of("only context", head + "@@\n import os\n", "changes nothing"),
        Arguments.of("a link", "--- a/link\n+++ b/link\n@@\n-src\n+/etc\n", "symbolic link"),
        Arguments.of("a submodule", "--- a/module\n+++ b/module\n@@\n-x\n+y\n", "submodule"),
        Arguments.of("binary", "--- a/logo.png\n+++ b/logo.png\n@@\n-x\n+y\n", "binary"),
        Arguments.of(
            "binary patch",
            "diff --git a/logo.png b/logo.png\nGIT binary patch\nliteral 3\n",
            "binary"),
        Arguments.of(
            "new link",
            "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n",
            "symbolic link"),
        Arguments.of(
            "new submodule",
            "diff --git a/m b/m\nnew file mode 160000\n--- /dev/null\n+++ b/m\n@@ -0,0 +1 @@\n+Subproject commit 1\n",
            "submodule"),
        Arguments.of(
            "mode of a link",
            "diff --git a/run.sh b/run.sh\nold mode 100755\nnew mode 120000\n",
            "symbolic link"),
        Arguments.of(
            "through a link",
            "--- /dev/null\n+++ b/link/x.py\n@@ -0,0 +1 @@\n+x\n",
            "symbolic link, not a folder"),
        Arguments.of(
            "below a file",
            "--- /dev/null\n+++ b/README.md/x\n@@ -0,0 +1 @@\n+x\n",
            "not a folder"),
        Arguments.of(
            "exists", "--- /dev/null\n+++ b/README.md\n@@ -0,0 +1 @@\n+x\n", "exists already"),
        Arguments.of(
            "half a deletion",
            "--- a/src/app.py\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-import os\n",
            "only some of its lines"),
        Arguments.of(
            "cut off",
            "```diff\n" + head + "@@ -1,9 +1,10 @@\n import os\n+import sys\n",
            "ends inside this hunk"),
        Arguments.of(
            "open search block",
            "src/app.py\n<<<<<<< SEARCH\nimport os\n=======\nimport sys\n",
            "does not end"),
        Arguments.of(
            "two separators",
            "src/app.py\n<<<<<<< SEARCH\nimport os\n=======\nx\n=======\ny\n>>>>>>> REPLACE\n",
            "2 ======= lines"),
        Arguments.of(
            "a part as whole file",
            "`src/app.py`\n```python\ndef add(a, b):\n    return a + b\n```\n",
            "only a part"),
        Arguments.of(
            "elided whole file",
            "The complete `src/app.py`:\n```python\n" + FIXED + "# ... rest unchanged\n```\n",
            "leaves lines out"),
        Arguments.of(
            "colliding hunks",
            head + "@@\n-import os\n+import sys\n@@\n-import os\n+import re\n \n",
            "same lines"),
        Arguments.of(
            "a merge",
            "--- a/src/app.py\n+++ b/src/app.py\n@@@ -1,1 -1,1 +1,1 @@@\n- import os\n++import sys\n",
            "several parents"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void whatCannotBeMeantIsRefused(String name, String answer, String said) {
    assertThat(refused(tree, answer)).anyMatch(problem -> problem.message().contains(said));
  }

  @Test
  void anUnfencedHunkWhoseEndIsUnclearIsRefused() {
    String answer =
        """
        --- a/README.md
        +++ b/README.md
        @@ -1,1 +1,1 @@
        -# App
        +# The app

        + this line is prose or code, nobody knows
        """;

    assertThat(refused(tree, answer).getFirst().problem()).contains("not clear");
  }

  @Test
  void aContextShortOfOneSpaceIsNotTakenForAnIndentation() {
    // The model forgot the marker column of context lines, but not of the added line.
    String answer =
        """
        --- a/src/app.py
        +++ b/src/app.py
        @@
            # Adds two numbers.
        +    check(a)
            result = a - b
            return result
        """;

    assertThat(appliedText(tree, answer, "src/app.py"))
        .contains("    # Adds two numbers.\n    check(a)\n    result = a - b\n");
  }

  @Test
  void tooMuchIsRefusedBeforeItIsRead() {
    PatchEngine small = new PatchEngine(new PatchLimits(1_000, 1, 1, 100));
    String two = "--- a/a\n+++ b/a\n@@\n-x\n+y\n--- a/b\n+++ b/b\n@@\n-x\n+y\n";

    assertThat(small.apply(tree, "x".repeat(2_000))).isInstanceOf(PatchOutcome.Refused.class);
    assertThat(small.apply(tree, two))
        .isInstanceOfSatisfying(
            PatchOutcome.Refused.class, r -> assertThat(r.message()).contains("2 files"));
    assertThat(small.apply(tree, damages().findFirst().orElseThrow().get()[1].toString()))
        .isInstanceOfSatisfying(
            PatchOutcome.Refused.class, r -> assertThat(r.message()).contains("100 bytes"));
  }

  private static PatchOutcome.Applied applied(MapTree tree, String answer) {
    PatchOutcome outcome = PatchEngine.standard().apply(tree, answer);
    assertThat(outcome)
        .describedAs(outcome instanceof PatchOutcome.Refused r ? r.message() : "")
        .isInstanceOf(PatchOutcome.Applied.class);
    return (PatchOutcome.Applied) outcome;
  }

  private static String appliedText(MapTree tree, String answer, String path) {
    return text(tree.after(applied(tree, answer).edits()), path);
  }

  private static List<PatchProblem> refused(MapTree tree, String answer) {
    PatchOutcome outcome = PatchEngine.standard().apply(tree, answer);
    assertThat(outcome).isInstanceOf(PatchOutcome.Refused.class);
    return ((PatchOutcome.Refused) outcome).problems();
  }

  private static String text(MapTree tree, String path) {
    return new String(tree.read(path).orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
