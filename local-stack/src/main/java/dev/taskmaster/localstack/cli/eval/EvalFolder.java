package dev.taskmaster.localstack.cli.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.taskmaster.localstack.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a folder of cases; whatever is wrong is named by file and key before anything is run. */
final class EvalFolder {
  private static final String FILE = "task.yaml";
  private static final Set<String> KEYS =
      Set.of("description", "test", "setup", "as", "after", "expect");
  private static final List<String> ENDS = List.of("committed", "completed", "rejected");
  private static final YAMLMapper YAML = new YAMLMapper();

  private EvalFolder() {}

  /**
   * The cases below {@code folder}, by name.
   *
   * @throws CommandFailure exit 2, naming file and key
   */
  static List<EvalCase> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.badInput(
          "There is no folder '%s': say one that holds cases, each a folder with repo/ and %s."
              .formatted(folder, FILE));
    }
    var cases = new ArrayList<EvalCase>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (var entry : entries.filter(Files::isDirectory).sorted().toList()) {
        if (Files.exists(entry.resolve(FILE)) || Files.isDirectory(entry.resolve("repo"))) {
          cases.add(readCase(entry));
        }
      }
    } catch (IOException e) {
      throw CommandFailure.badInput("The folder '%s' cannot be read.".formatted(folder), e);
    }
    if (cases.isEmpty()) {
      throw CommandFailure.badInput(
          "'%s' holds no case: a case is a folder with repo/ and %s.".formatted(folder, FILE));
    }
    checkOrder(folder, cases);
    return cases;
  }

  private static EvalCase readCase(Path folder) {
    var file = folder.resolve(FILE);
    var repository = folder.resolve("repo");
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.badInput("%s is missing: it says description and test.".formatted(file));
    }
    if (!Files.isDirectory(repository)) {
      throw CommandFailure.badInput(
          "%s is missing: it holds the files the task starts from.".formatted(repository));
    }
    var yaml = yaml(file);
    yaml.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw problem(
                    file,
                    key,
                    "unknown key; known are %s".formatted(KEYS.stream().sorted().toList()));
              }
            });
    var description = text(file, yaml, "description");
    if (description == null || description.isBlank()) {
      throw problem(file, "description", "is missing: it says what is to be done");
    }
    var expect = text(file, yaml, "expect");
    if (expect != null && !ENDS.contains(expect)) {
      throw problem(file, "expect", "'%s' is not known; say one of %s".formatted(expect, ENDS));
    }
    var as = text(file, yaml, "as");
    var usual = "explore-code".equals(as) ? "completed" : "committed";
    return new EvalCase(
        folder.getFileName().toString(),
        repository,
        description.strip(),
        text(file, yaml, "test"),
        text(file, yaml, "setup"),
        as,
        after(file, yaml),
        expect == null ? usual : expect);
  }

  private static JsonNode yaml(Path file) {
    try {
      var yaml = YAML.readTree(file.toFile());
      if (yaml == null || !yaml.isObject()) {
        throw CommandFailure.badInput(
            "%s holds no keys: it says description and test.".formatted(file));
      }
      return yaml;
    } catch (JsonProcessingException e) {
      var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw CommandFailure.badInput(
          "%s line %d is not YAML: %s".formatted(file, line, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw CommandFailure.badInput("%s cannot be read.".formatted(file), e);
    }
  }

  private static @Nullable String text(Path file, JsonNode yaml, String key) {
    var value = yaml.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw problem(file, key, "should be a text");
    }
    return value.asText();
  }

  private static List<String> after(Path file, JsonNode yaml) {
    var value = yaml.path("after");
    if (value.isTextual()) {
      return List.of(value.asText());
    }
    var names = new ArrayList<String>();
    for (var name : value) {
      if (!name.isTextual()) {
        throw problem(file, "after", "should be the name of a case, or a list of them");
      }
      names.add(name.asText());
    }
    return names;
  }

  /** Cases that wait for each other, or for one that is not there, would never run. */
  private static void checkOrder(Path folder, List<EvalCase> cases) {
    var done = new HashSet<String>();
    var left = new ArrayList<>(cases);
    while (!left.isEmpty()) {
      var ready = left.stream().filter(one -> done.containsAll(one.after())).toList();
      if (ready.isEmpty()) {
        var stuck = left.getFirst();
        throw problem(
            folder.resolve(stuck.name()).resolve(FILE),
            "after",
            "waits for %s, which is no case here or waits for this one".formatted(stuck.after()));
      }
      ready.forEach(one -> done.add(one.name()));
      left.removeAll(ready);
    }
  }

  private static CommandFailure problem(Path file, String key, String problem) {
    return CommandFailure.badInput("%s, %s: %s.".formatted(file, key, problem));
  }
}
