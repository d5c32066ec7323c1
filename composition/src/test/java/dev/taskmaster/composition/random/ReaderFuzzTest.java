package dev.taskmaster.composition.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaSyntaxException;
import dev.taskmaster.composition.text.UsdaWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Damaged texts are read or refused, with nothing in between, and what is read can be written and
 * read again.
 */
class ReaderFuzzTest {

  private static final String[] PIECES = {
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "=",
    "\"",
    "'''",
    "@",
    "@@@",
    "<",
    ">",
    "</A{v=x}B>",
    ";",
    "\n",
    ",",
    "def ",
    "over \"A\"",
    "variantSet \"v\" = {",
    "prepend ",
    "rel r",
    "int a = 1",
    "None",
    "\\",
    "\u0000",
    "\ud800",
    "-",
    "1e999",
    "inf",
    ".connect",
    ".timeSamples = {",
    "references = ",
    "#",
    "/*"
  };

  @Test
  void damagedTextsAreReadOrRefused() throws Exception {
    damage(1, 4000);
  }

  @Test
  @Tag("thorough")
  void manyDamagedTextsAreReadOrRefused() throws Exception {
    damage(1_000_000, 200_000);
  }

  private static void damage(long firstSeed, int count) throws Exception {
    List<String> texts = corpus();
    int read = 0;
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = damaged(texts.get(random.nextInt(texts.size())), random);
      try {
        Layer layer = UsdaReader.read("fuzz.usda", text);
        String written = UsdaWriter.write(layer);
        assertThat(UsdaReader.read("again.usda", written).saysTheSameAs(layer))
            .as("seed " + seed + ": " + text)
            .isTrue();
        read++;
      } catch (UsdaSyntaxException refused) {
        assertThat(refused.line()).isPositive();
      } catch (RuntimeException | StackOverflowError broken) {
        fail("seed " + seed + " broke the reader or writer: " + text, broken);
      }
    }
    assertThat(read).isBetween(1, count - 1);
  }

  private static String damaged(String text, SplittableRandom random) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(result.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> result.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> result.delete(at, Math.min(result.length(), at + 1 + random.nextInt(8)));
        default -> {
          int from = random.nextInt(result.length() + 1);
          result.insert(
              at, result.substring(from, Math.min(result.length(), from + 1 + random.nextInt(40))));
        }
      }
    }
    return result.toString();
  }

  private static List<String> corpus() throws IOException, URISyntaxException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(Path.of(ReaderFuzzTest.class.getResource("/usd/parser/good").toURI()))) {
      for (Path file : files.sorted().toList()) {
        if (Files.size(file) < 20_000) {
          texts.add(Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }
}
