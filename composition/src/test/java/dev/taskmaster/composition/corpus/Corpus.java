package dev.taskmaster.composition.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases of one folder of the conformance corpora, as their index lists them. */
final class Corpus {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /** One run: its expectation, and why it is skipped (empty if it is not). */
  record Case(
      String corpus, String name, String file, Path layers, JsonNode expected, String skip) {
    boolean isSkipped() {
      return !skip.isEmpty();
    }
  }

  static Path folder(String name) {
    try {
      return Path.of(Corpus.class.getResource("/usd/" + name).toURI());
    } catch (URISyntaxException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  static List<Case> cases(String corpus) throws IOException {
    Path folder = folder(corpus);
    List<Case> cases = new ArrayList<>();
    if (!Files.exists(folder.resolve("INDEX.json"))) {
      try (Stream<Path> folders = Files.list(folder)) {
        folders
            .filter(Files::isDirectory)
            .sorted()
            .forEach(
                each -> cases.add(load(corpus, folder, each.getFileName() + "/expected.json", "")));
      }
      return cases;
    }
    for (JsonNode entry : read(folder.resolve("INDEX.json"))) {
      boolean outside = entry.get("subset").asText().equals("no");
      cases.add(
          load(
              corpus,
              folder,
              entry.get("file").asText(),
              outside ? entry.get("skip").asText() : ""));
    }
    return cases;
  }

  private static Case load(String corpus, Path folder, String file, String skip) {
    Path expectation = folder.resolve(file);
    String name = file.replaceFirst("/expected\\.json$", "").replaceFirst("\\.json$", "");
    return new Case(
        corpus, name, file, expectation.resolveSibling("layers"), read(expectation), skip);
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
