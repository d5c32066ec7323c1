package dev.taskmaster.executor.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.patch.PatchOutcome;
import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.files.MapTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GitDiffTest {
  private static final MapTree TREE =
      new MapTree(
          Map.of("a.txt", FileContent.text("one\ntwo\n"), "b.txt", FileContent.text("x\n")));

  @Test
  void editsAreWrittenAsGitWritesThem() {
    var diff =
        GitDiff.of(
            TREE,
            List.of(
                new FileEdit.Delete("b.txt"),
                FileEdit.Write.text("a.txt", "one\n2"),
                FileEdit.Write.text("new/c.txt", "c\n")));

    assertThat(diff)
        .isEqualTo(
            """
            diff --git a/a.txt b/a.txt
            --- a/a.txt
            +++ b/a.txt
            @@ -1,2 +1,2 @@
             one
            -two
            +2
            \\ No newline at end of file
            diff --git a/b.txt b/b.txt
            deleted file mode 100644
            --- a/b.txt
            +++ /dev/null
            @@ -1 +0,0 @@
            -x
            diff --git a/new/c.txt b/new/c.txt
            new file mode 100644
            --- /dev/null
            +++ b/new/c.txt
            @@ -0,0 +1 @@
            +c
            """);
  }

  @Test
  void aChangeOfModeAloneIsWrittenToo() {
    var edit =
        new FileEdit.Write(
            "a.txt", "one\ntwo\n".getBytes(StandardCharsets.UTF_8), FileMode.EXECUTABLE);

    assertThat(GitDiff.of(TREE, List.of(edit)))
        .isEqualTo("diff --git a/a.txt b/a.txt\nold mode 100644\nnew mode 100755\n");
  }

  @Test
  void theEngineReadsWhatIsWrittenAsTheSameEdits() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      var tree = randomTree(random);
      var edits = randomEdits(tree, random);
      if (edits.isEmpty()) {
        continue;
      }
      var diff = GitDiff.of(tree, edits);

      var outcome = PatchEngine.standard().apply(tree, diff);

      assertThat(outcome)
          .as("seed %d round %d:%n%s", seed, i, diff)
          .isInstanceOfSatisfying(
              PatchOutcome.Applied.class,
              applied -> assertThat(applied.edits()).containsExactlyInAnyOrderElementsOf(edits));
    }
  }

  private static MapTree randomTree(Random random) {
    var files = new TreeMap<String, FileContent>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      files.put("d/f" + i + ".txt", FileContent.text(randomText(random, 20)));
    }
    return new MapTree(files);
  }

  private static List<FileEdit> randomEdits(MapTree tree, Random random) {
    var edits = new ArrayList<FileEdit>();
    for (var path : tree.list()) {
      var text = new String(tree.read(path).orElseThrow().bytes(), StandardCharsets.UTF_8);
      switch (random.nextInt(4)) {
        case 0 -> edits.add(new FileEdit.Delete(path));
        case 1, 2 -> {
          var changed = changed(text, random);
          if (!changed.equals(text)) {
            edits.add(FileEdit.Write.text(path, changed));
          }
        }
        default -> {}
      }
    }
    if (random.nextBoolean()) {
      edits.add(FileEdit.Write.text("new/n.txt", "new " + randomText(random, 5)));
    }
    return edits;
  }

  private static String changed(String text, Random random) {
    var lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.set(at, "changed " + random.nextInt(1000) + "\n");
      case 1 -> lines.add(at, "added " + random.nextInt(1000) + "\n");
      default -> {
        if (lines.size() > 1) {
          lines.remove(at);
        }
      }
    }
    return String.join("", lines);
  }

  private static String randomText(Random random, int most) {
    var text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(most); i++) {
      text.append("line ").append(random.nextInt(1000)).append('\n');
    }
    return text.toString();
  }
}
