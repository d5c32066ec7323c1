package dev.taskmaster.patch.paths;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A relative path that stays inside the tree on every file system git is used on, and outside of
 * every form of {@code .git}: other cases, Unicode forms, code points that HFS+ ignores, NTFS short
 * names, streams, trailing dots and spaces.
 */
public record SafePath(String value) {
  private static final int MAX_BYTES = 4_096;
  private static final int MAX_NAME_BYTES = 255;
  private static final int MAX_DEPTH = 64;

  public SafePath {
    Optional<String> problem = problemOf(value);
    if (problem.isPresent()) {
      throw new UnsafePathException(
          "the path \"%s\" is refused: %s".formatted(shown(value), problem.get()));
    }
  }

  /** What is wrong with this path, as the end of a sentence; empty when it is safe. */
  public static Optional<String> problemOf(String path) {
    if (path.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (path.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Optional.of("it is longer than " + MAX_BYTES + " bytes");
    }
    Optional<String> character = characterProblem(path);
    if (character.isPresent()) {
      return character;
    }
    if (path.startsWith("/") || isDriveLetter(path)) {
      return Optional.of("it is absolute");
    }
    return namesProblem(List.of(path.split("/", -1)));
  }

  /** The path with everything unprintable escaped, for messages. */
  public static String shown(String path) {
    StringBuilder shown = new StringBuilder();
    path.codePoints()
        .limit(200)
        .forEach(
            c -> {
              if (isUnprintable(c)) {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static Optional<String> namesProblem(List<String> names) {
    if (names.size() > MAX_DEPTH) {
      return Optional.of("it is deeper than " + MAX_DEPTH + " folders");
    }
    return names.stream().map(SafePath::nameProblem).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> nameProblem(String name) {
    if (name.isEmpty()) {
      return Optional.of("it has an empty name between slashes");
    }
    if (name.equals(".") || name.equals("..")) {
      return Optional.of("it contains \"" + name + "\"");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
      return Optional.of("a name in it is longer than " + MAX_NAME_BYTES + " bytes");
    }
    String folded = folded(name);
    if (folded.equals(".git") || isShortNameOfGit(folded)) {
      return Optional.of("it reaches into git's own folder");
    }
    if (folded.isEmpty() || folded.equals(".") || folded.equals("..")) {
      return Optional.of("a name in it means \".\" or \"..\" on some file systems");
    }
    return Optional.empty();
  }

  private static Optional<String> characterProblem(String path) {
    for (int i = 0; i < path.length(); i += Character.charCount(path.codePointAt(i))) {
      int c = path.codePointAt(i);
      if (c == '\\') {
        return Optional.of("it contains a backslash");
      }
      if (Character.isISOControl(c)) {
        return Optional.of("it contains a control character");
      }
      if (Character.getType(c) == Character.SURROGATE || c == 0xFFFD) {
        return Optional.of("it contains a broken character");
      }
      if (isDirectional(c)) {
        return Optional.of("it contains a character that turns the direction of text");
      }
    }
    return Optional.empty();
  }

  /** The name as the most lenient file system would see it. */
  private static String folded(String name) {
    StringBuilder kept = new StringBuilder();
    name.codePoints().filter(c -> !isIgnoredByHfs(c)).forEach(kept::appendCodePoint);
    String plain =
        Normalizer.normalize(kept, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT)
            // The dotless and the long letters fold to ASCII on some systems only.
            .replace("\u0131", "i")
            .replace("\u0307", "");
    int stream = plain.indexOf(':');
    String withoutStream = stream > 0 ? plain.substring(0, stream) : plain;
    int end = withoutStream.length();
    while (end > 0
        && (withoutStream.charAt(end - 1) == '.' || withoutStream.charAt(end - 1) == ' ')) {
      end--;
    }
    return withoutStream.substring(0, end);
  }

  private static boolean isShortNameOfGit(String folded) {
    if (!folded.startsWith("git~")) {
      return false;
    }
    String digits = folded.substring("git~".length());
    return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isDriveLetter(String path) {
    return path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }

  private static boolean isIgnoredByHfs(int c) {
    return (c >= 0x200C && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x200B
        || c == 0x00AD
        || c == 0xFEFF;
  }

  private static boolean isDirectional(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isUnprintable(int c) {
    return Character.isISOControl(c)
        || isIgnoredByHfs(c)
        || Character.getType(c) == Character.SURROGATE;
  }
}
