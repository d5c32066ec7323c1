package dev.taskmaster.gateway.projects;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings that are a text or the path of one. Texts go into prompts, so they are bounded. */
final class ReferencedTexts {
  /** The most characters of a text that are used. */
  static final int LONGEST = 16 * 1024;

  private static final Pattern PATH_LIKE = Pattern.compile("[\\w./-]+\\.(md|txt|rst|adoc)");

  private final ProjectFiles files;
  private final List<String> notices;

  ReferencedTexts(ProjectFiles files, List<String> notices) {
    this.files = files;
    this.notices = notices;
  }

  /** The text itself, or what the file it names says; empty where nothing is said. */
  String read(Settings.@Nullable Text text) {
    if (text == null) {
      return "";
    }
    var value = text.value().strip();
    var content = value.contains("\n") ? value : files.text(relative(value)).orElse(value);
    if (content.equals(value) && PATH_LIKE.matcher(value).matches()) {
      throw text.problem(
          "there is no file '%s' at HEAD: commit it, or write the text itself here."
              .formatted(value));
    }
    if (content.length() > LONGEST) {
      notices.add(
          "%s has %d characters; the first %d are used."
              .formatted(text.key(), content.length(), LONGEST));
      return content.substring(0, LONGEST);
    }
    return content;
  }

  private static String relative(String path) {
    return path.startsWith("./") ? path.substring(2) : path;
  }
}
