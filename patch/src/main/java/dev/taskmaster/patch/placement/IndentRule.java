package dev.taskmaster.patch.placement;

import java.util.Optional;

/** One way in which the indentation that a hunk writes becomes the one that a file has. */
sealed interface IndentRule {

  /** The file's indentation for the hunk's; empty when the rule says nothing about it. */
  Optional<String> apply(String indent);

  /** The rule that turns the one into the other; empty when there is no simple one. */
  static Optional<IndentRule> between(String ours, String theirs) {
    if (ours.equals(theirs)) {
      return Optional.of(new Same());
    }
    if (theirs.endsWith(ours)) {
      return Optional.of(new Added(theirs.substring(0, theirs.length() - ours.length())));
    }
    if (ours.endsWith(theirs)) {
      return Optional.of(new Stripped(ours.substring(0, ours.length() - theirs.length())));
    }
    int longer = Math.max(ours.length(), theirs.length());
    int shorter = Math.min(ours.length(), theirs.length());
    if (shorter == 0 || longer % shorter != 0) {
      return Optional.empty();
    }
    if (isOnly(ours, ' ') && isOnly(theirs, '\t')) {
      return Optional.of(new TabsForSpaces(longer / shorter));
    }
    if (isOnly(ours, '\t') && isOnly(theirs, ' ')) {
      return Optional.of(new SpacesForTabs(longer / shorter));
    }
    return Optional.empty();
  }

  private static boolean isOnly(String indent, char c) {
    return indent.chars().allMatch(x -> x == c);
  }

  /** As written. */
  record Same() implements IndentRule {
    @Override
    public Optional<String> apply(String indent) {
      return Optional.of(indent);
    }
  }

  /** The file has this much more. */
  record Added(String prefix) implements IndentRule {
    @Override
    public Optional<String> apply(String indent) {
      return Optional.of(prefix + indent);
    }
  }

  /** The file has this much less. */
  record Stripped(String prefix) implements IndentRule {
    @Override
    public Optional<String> apply(String indent) {
      return indent.startsWith(prefix)
          ? Optional.of(indent.substring(prefix.length()))
          : Optional.empty();
    }
  }

  /** The hunk writes {@code width} spaces where the file has a tab. */
  record TabsForSpaces(int width) implements IndentRule {
    @Override
    public Optional<String> apply(String indent) {
      return isOnly(indent, ' ') && indent.length() % width == 0
          ? Optional.of("\t".repeat(indent.length() / width))
          : Optional.empty();
    }
  }

  /** The hunk writes a tab where the file has {@code width} spaces. */
  record SpacesForTabs(int width) implements IndentRule {
    @Override
    public Optional<String> apply(String indent) {
      return isOnly(indent, '\t')
          ? Optional.of(" ".repeat(indent.length() * width))
          : Optional.empty();
    }
  }
}
