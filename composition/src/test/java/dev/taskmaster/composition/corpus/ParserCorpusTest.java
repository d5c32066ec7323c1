package dev.taskmaster.composition.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaSyntaxException;
import dev.taskmaster.composition.text.UsdaWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of the text corpus that is in the subset is read or refused as it shall be, and
 * written in the form that the real writer gives it.
 */
class ParserCorpusTest {

  private static final Path FOLDER = Corpus.folder("parser");

  /** Files whose canonical text needs what the subset leaves out, with the reason. */
  private static String leftOut(JsonNode entry) {
    if (!entry.get("enabledUpstream").asBoolean()) {
      return "switched off upstream";
    }
    return entry.get("subset").asText().equals("no") ? entry.get("needs").toString() : "";
  }

  private static List<JsonNode> entries() {
    List<JsonNode> entries = new ArrayList<>();
    Corpus.read(FOLDER.resolve("INDEX.json")).forEach(entries::add);
    return entries;
  }

  private static String text(String folder, JsonNode entry) throws IOException {
    return Files.readString(
        FOLDER.resolve(folder).resolve(entry.get("file").asText()), StandardCharsets.UTF_8);
  }

  private static Stream<JsonNode> inSubset(String expectation) {
    return entries().stream()
        .filter(
            entry ->
                entry.get("expect").asText().equals(expectation)
                    && leftOut(entry).isEmpty()
                    && !entry.has("leftOut"));
  }

  @TestFactory
  Stream<DynamicTest> goodFilesAreReadAndWrittenInCanonicalForm() {
    return inSubset("accept")
        .map(entry -> DynamicTest.dynamicTest(entry.get("file").asText(), () -> checkGood(entry)));
  }

  private static void checkGood(JsonNode entry) throws IOException {
    Layer layer = UsdaReader.read(entry.get("file").asText(), text("good", entry));
    String written = UsdaWriter.write(layer);
    Layer again = UsdaReader.read("again", written);
    assertThat(UsdaWriter.write(again)).isEqualTo(written);
    assertThat(again.saysTheSameAs(layer)).as("what is read back says the same").isTrue();
    if (entry.has("canonical")) {
      assertThat(written).isEqualTo(text("baseline", entry));
    }
  }

  @TestFactory
  Stream<DynamicTest> badFilesAreRefusedWithAPlaceAndAReason() {
    return inSubset("reject")
        .map(entry -> DynamicTest.dynamicTest(entry.get("file").asText(), () -> checkBad(entry)));
  }

  private static void checkBad(JsonNode entry) throws IOException {
    String text = text("bad", entry);
    UsdaSyntaxException refusal =
        catchThrowableOfType(
            UsdaSyntaxException.class, () -> UsdaReader.read(entry.get("file").asText(), text));
    assertThat(refusal).as(text).isNotNull();
    assertThat(refusal.line()).isBetween(1, (int) text.lines().count() + 1);
    assertThat(refusal.column()).isPositive();
    assertThat(refusal.expected()).isNotBlank();
  }

  @Test
  void aLayerOfManyMegabytesIsReadAndWritten() throws IOException {
    try (InputStream packed =
        new GZIPInputStream(Files.newInputStream(FOLDER.resolve("large/04_general.sdf.gz")))) {
      Layer layer =
          UsdaReader.read(
              "04_general.sdf", new String(packed.readAllBytes(), StandardCharsets.UTF_8));
      String written = UsdaWriter.write(layer);
      assertThat(UsdaWriter.write(UsdaReader.read("again", written))).isEqualTo(written);
    }
  }

  @Test
  void onlyTheKnownFilesAreLeftOut() {
    StringBuilder table = new StringBuilder();
    List<String> left = new ArrayList<>();
    for (JsonNode entry : entries()) {
      String reason = leftOut(entry);
      if (!reason.isEmpty()) {
        left.add(entry.get("file").asText());
        table
            .append("left out parser/")
            .append(entry.get("file").asText())
            .append(": ")
            .append(reason)
            .append('\n');
      }
    }
    System.out.println(
        "parser    read "
            + inSubset("accept").count()
            + ", refused "
            + inSubset("reject").count()
            + "\n"
            + table);
    assertThat(left)
        .containsExactlyInAnyOrder(
            "07_end.sdf",
            "124_badwrite_marker_names.sdf",
            "164_attr_mappers.sdf",
            "17_bad_attributeaccess.sdf",
            "18_bad_primaccess.sdf",
            "192_listop_metadata.sdf",
            "19_bad_relationshipaccess.sdf",
            "220_splines.sdf",
            "221_bad_spline_type.sdf",
            "34_bad_relationship_duplicate_target_attr.sdf");
  }
}
