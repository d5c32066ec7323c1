package dev.taskmaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.models.testing.RequestView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coding task from a sentence to a tested commit, on a person's own repository. */
class CodingTaskIT {
  private static final String TEST = "mkdir -p out && javac -d out *.java && java -cp out %sTest";

  @TempDir Path temp;

  @Test
  void aOneLineDefectBecomesATestedCommitWithOneSmallRequest() throws Exception {
    // Given a repository with a defect, uncommitted work and a model that knows the fix
    var repository = clampRepository("Clamp");
    Files.writeString(repository.folder().resolve("scratch.txt"), "not committed\n");
    var head = repository.git("rev-parse", "HEAD");
    Stack.whenAsked(
        fixOf("Clamp", "Math.max(high, value)", "Math.min(high, value)"), "class Clamp");

    // When a person asks for the fix
    var said =
        Stack.get()
            .taskmaster
            .run(
                "run",
                "--repo",
                repository.folder().toString(),
                "--json",
                "--test",
                TEST.formatted("Clamp"),
                "--unsafe-host-exec",
                "Clamp.of() never returns the lower bound; it should keep value between low and high");

    // Then the fix is a commit on a branch of its own, and nothing else of theirs has changed
    var result = said.ended(0).json();
    assertThat(result.path("state").asText()).isEqualTo("committed");
    assertThat(result.path("rounds").asInt()).isEqualTo(1);
    var task = result.path("task").asText();
    assertThat(result.path("branch").asText()).isEqualTo("taskmaster/" + task);
    assertThat(repository.git("rev-parse", "taskmaster/" + task))
        .isEqualTo(result.path("commit").asText());
    assertThat(repository.git("show", "taskmaster/" + task + ":Clamp.java"))
        .contains("Math.min(high, value)");
    assertThat(repository.git("rev-parse", "HEAD")).isEqualTo(head);
    assertThat(repository.git("status", "--porcelain")).isEqualTo("?? scratch.txt");
    assertThat(repository.git("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
    assertThat(said.err()).contains("scratch.txt");

    // And all of it took one request of less than twelve kilobytes
    var requests = Stack.get().requestsWith("class Clamp");
    assertThat(requests).hasSize(1);
    assertThat(requests.stream().mapToInt(RequestView::bytes).sum()).isLessThan(12 * 1024);
  }

  @Test
  void aFailedRoundIsCorrectedByALayerAndOnlyItsClosureRunsAgain() {
    // Given a model whose first fix is wrong, and that names the missing fact when it sees the
    // failure
    var repository = clampRepository("Limit");
    Stack.whenAsked(fixOf("Limit", "Math.max(high, value)", "Math.abs(high)"), "class Limit");
    Stack.whenAsked(
        fixOf("Limit", "Math.max(high, value)", "Math.min(high, value)"),
        "class Limit",
        "The upper bound wins only when value is larger");
    Stack.whenAsked(
        """
        {"cause":"Fix","remedy":"note","note":"The upper bound wins only when value is larger.",
         "path":"","query":"","tier":""}""",
        "Limit.of(-3, 0, 10)",
        "input that was at fault");

    // When a person asks for the fix
    var result =
        Stack.get()
            .taskmaster
            .run(
                "run",
                "--repo",
                repository.folder().toString(),
                "--json",
                "--test",
                TEST.formatted("Limit"),
                "--unsafe-host-exec",
                "Limit.of() never returns the lower bound; keep value between low and high")
            .ended(0)
            .json();

    // Then the second round passed, by a note on the node at fault
    assertThat(result.path("state").asText()).isEqualTo("committed");
    assertThat(result.path("rounds").asInt()).isEqualTo(2);
    assertThat(result.path("corrections")).hasSize(1);
    var correction = result.path("corrections").path(0);
    assertThat(correction.path("cause").asText()).isEqualTo("/Task/Fix");
    assertThat(correction.path("changed").path(0).asText()).isEqualTo("/Task/Fix.notes:r1");
    assertThat(correction.path("fallback").asBoolean()).isFalse();

    // And what ran again is exactly the dirty closure of that note
    assertThat(texts(correction.path("reran")))
        .containsExactlyInAnyOrder("/Task/Fix", "/Task/FixApply", "/Task/Review");
    assertThat(result.path("nodes").path("cacheHits").asInt()).isGreaterThanOrEqualTo(1);

    // And explain tells the story
    var task = result.path("task").asText();
    var told = Stack.get().taskmaster.run("task", "explain", task).ended(0).out();
    assertThat(told).contains("/Task/Fix", "round-2", "small");
  }

  private PersonsRepository clampRepository(String name) {
    return PersonsRepository.with(
        temp.resolve("repo"),
        name + ".java",
        """
        /** Keeps a value between two bounds. */
        final class NAME {
          private NAME() {}

          static int of(int value, int low, int high) {
            return Math.max(low, Math.max(high, value));
          }
        }
        """
            .replace("NAME", name),
        name + "Test.java",
        """
        final class NAMETest {
          public static void main(String[] args) {
            check(NAME.of(-3, 0, 10), 0, "NAME.of(-3, 0, 10)");
            check(NAME.of(5, 0, 10), 5, "NAME.of(5, 0, 10)");
            check(NAME.of(12, 0, 10), 10, "NAME.of(12, 0, 10)");
          }

          private static void check(int actual, int expected, String call) {
            if (actual != expected) {
              System.err.println("FAILED: " + call + " is " + actual + ", not " + expected);
              System.exit(1);
            }
          }
        }
        """
            .replace("NAME", name),
        ".gitignore",
        "out/\n");
  }

  private static String fixOf(String name, String wrong, String right) {
    return """
    diff --git a/NAME.java b/NAME.java
    --- a/NAME.java
    +++ b/NAME.java
    @@ -3,5 +3,5 @@
       private NAME() {}

       static int of(int value, int low, int high) {
    -    return Math.max(low, WRONG);
    +    return Math.max(low, RIGHT);
       }
    """
        .replace("NAME", name)
        .replace("WRONG", wrong)
        .replace("RIGHT", right);
  }

  private static List<String> texts(Iterable<JsonNode> nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::asText).toList();
  }
}
