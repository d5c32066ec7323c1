package dev.taskmaster.localstack.cli.prompt;

import dev.taskmaster.localstack.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a prompt from a file: name and tags between lines of three dashes, then the text. */
final class PromptFileReader {
  private static final Pattern FORM =
      Pattern.compile(
          "\\A---\\R(?<head>.*?)^---\\R(?<text>.*)\\z", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("(?m)^name:[ \\t]*(\\S+)[ \\t]*$");
  private static final Pattern TAGS =
      Pattern.compile("(?m)^tags:[ \\t]*\\[([^\\]\\r\\n]*)\\][ \\t]*$");

  private PromptFileReader() {}

  /**
   * Reads the file.
   *
   * @throws CommandFailure exit 2, naming the file and what it lacks
   */
  static Map<String, Object> read(Path file) {
    String content;
    try {
      content = Files.readString(file);
    } catch (IOException e) {
      throw CommandFailure.badInput(
          "The prompt file '%s' cannot be read: check the path.".formatted(file), e);
    }
    var parts = FORM.matcher(content);
    if (!parts.matches()) {
      throw lacks(file, "a head between lines of three dashes, with name and tags");
    }
    var name = NAME.matcher(parts.group("head"));
    var tags = TAGS.matcher(parts.group("head"));
    if (!name.find()) {
      throw lacks(file, "a line 'name: some-name' in its head");
    }
    if (!tags.find()) {
      throw lacks(file, "a line 'tags: [one, another]' in its head");
    }
    Map<String, Object> prompt = new LinkedHashMap<>();
    prompt.put("name", name.group(1));
    prompt.put("text", parts.group("text"));
    prompt.put(
        "tags",
        Arrays.stream(tags.group(1).split(",", -1))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .toList());
    prompt.put("author", System.getProperty("user.name"));
    return prompt;
  }

  private static CommandFailure lacks(Path file, String what) {
    return CommandFailure.badInput(
        "The prompt file '%s' lacks %s. It should look so:%n---%nname: fix-rounding%ntags: [code generation, java]%n---%nThe text."
            .formatted(file, what));
  }
}
