package dev.taskmaster.prompts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides whether a draft is a version that exists or the next one. A text that is current already,
 * of all versions or of those of the same origin, is not kept twice; an older text is: saying it
 * again makes it current again.
 */
public final class Numbering {

  /** What becomes of a draft. */
  public sealed interface Outcome {}

  /** It says what this version says. */
  public record Same(PromptVersion version) implements Outcome {}

  /** It becomes a version with this number. */
  public record Next(int version) implements Outcome {}

  private Numbering() {}

  /** Decides for {@code draft} by all versions its name has. */
  public static Outcome of(PromptDraft draft, List<PromptVersion> versions) {
    boolean shipped = draft.author().equals(PromptDraft.SHIPPED);
    var newest = newest(versions, version -> true);
    var own = newest(versions, version -> version.isShipped() == shipped);
    // What is shipped must stay shipped even where a person said the same before.
    var current = shipped ? own.stream() : Stream.concat(newest.stream(), own.stream());
    return current
        .filter(version -> sameContent(version, draft))
        .findFirst()
        .<Outcome>map(Same::new)
        .orElseGet(() -> new Next(newest.map(PromptVersion::version).orElse(0) + 1));
  }

  /** The identity of a text. */
  public static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean sameContent(PromptVersion version, PromptDraft draft) {
    return version.text().equals(draft.text())
        && version.tags().stream().sorted().toList().equals(draft.tags());
  }

  private static Optional<PromptVersion> newest(
      List<PromptVersion> versions, Predicate<PromptVersion> wanted) {
    return versions.stream().filter(wanted).max(Comparator.comparingInt(PromptVersion::version));
  }
}
