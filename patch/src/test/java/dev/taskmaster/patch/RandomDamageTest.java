package dev.taskmaster.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.MapTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real files, random edits, random damage to the diff: applied rightly or refused, never wrongly.
 */
class RandomDamageTest {
  private static List<String> texts;

  @BeforeAll
  static void readRealFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      texts =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .sorted()
              .map(RandomDamageTest::read)
              .filter(text -> text.lines().count() > 20)
              .toList();
    }
    assertThat(texts).hasSizeGreaterThan(10);
  }

  @Test
  void noDamageMakesAWrongFile() {
    tryOut(20_261_123L, 2_500);
  }

  @Test
  @Tag("thorough")
  void noDamageMakesAWrongFileInManyMoreTries() {
    tryOut(new Random().nextLong(), 60_000);
  }

  @Test
  void fixedSeedsStayRight() {
    for (long seed :
        new long[] {1, 2, 3, 5172436931542209474L, 3284295330570919648L, -6702264204947263244L}) {
      tryOut(seed, 300);
    }
  }

  private static void tryOut(long seed, int rounds) {
    Map<Damage, int[]> counts = new EnumMap<>(Damage.class);
    for (int round = 0; round < rounds; round++) {
      Random random = new Random(seed * 1_000_003 + round);
      RandomEdit edit = RandomEdit.of(texts.get(random.nextInt(texts.size())), random);
      Set<Damage> damages = some(random);
      String before = edit.before();
      String expected = edit.after();
      String answer = Damage.damaged(edit, damages, random);
      if (damages.contains(Damage.WINDOWS_FILE)) {
        before = before.replace("\n", "\r\n");
        expected = expected.replace("\n", "\r\n");
      }
      MapTree tree = new MapTree(Map.of("src/A.java", FileContent.text(before)));
      PatchOutcome outcome = PatchEngine.standard().apply(tree, answer);
      boolean applied = outcome instanceof PatchOutcome.Applied;
      if (outcome instanceof PatchOutcome.Applied done) {
        assertThat(text(tree.after(done.edits())))
            .describedAs("seed %d, round %d, %s\n%s", seed, round, damages, answer)
            .isEqualTo(expected);
      }
      for (Damage damage : damages) {
        int[] count = counts.computeIfAbsent(damage, d -> new int[2]);
        count[0]++;
        count[1] += applied ? 1 : 0;
      }
    }
    if (rounds >= 1_000) {
      // A reader that refuses everything would never be wrong either.
      counts.forEach(
          (damage, count) ->
              assertThat(count[1] * 100 / count[0])
                  .describedAs("percent applied with %s, seed %d", damage, seed)
                  .isGreaterThanOrEqualTo(damage.leastApplied()));
    }
  }

  private static Set<Damage> some(Random random) {
    Set<Damage> damages = EnumSet.noneOf(Damage.class);
    int count = 1 + random.nextInt(3);
    while (damages.size() < count) {
      damages.add(Damage.values()[random.nextInt(Damage.values().length)]);
    }
    return damages;
  }

  private static String text(MapTree tree) {
    return new String(tree.read("src/A.java").orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
