package dev.taskmaster.prompts.shipped;

import dev.taskmaster.prompts.PromptDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the shipped prompts from the class path: those that {@code prompts/index.txt} names. */
public final class ShippedPrompts {
  private static final String FOLDER = "prompts/";

  private ShippedPrompts() {}

  /** All of them, in the order of the index. */
  public static List<PromptDraft> all() {
    return read("index.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .map(file -> PromptFile.parse(FOLDER + file, read(file)))
        .toList();
  }

  private static String read(String file) {
    var loader = ShippedPrompts.class.getClassLoader();
    try (InputStream content = loader.getResourceAsStream(FOLDER + file)) {
      if (content == null) {
        throw new IllegalStateException(FOLDER + file + " is not on the class path");
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + file, e);
    }
  }
}
