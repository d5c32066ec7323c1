package dev.taskmaster.patch.placement;

import dev.taskmaster.patch.reader.HunkLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the indentation a hunk writes maps to the one the file has, learned from the lines both have.
 * What cannot be learned without doubt is refused.
 */
final class Indentation {
  static final Indentation SAME = new Indentation(Map.of(), Rule.SAME, "", 1);

  private enum Rule {
    SAME,
    ADD,
    STRIP,
    TABS_FOR_SPACES,
    SPACES_FOR_TABS,
    KNOWN_ONLY
  }

  private final Map<String, String> known;
  private final Rule rule;
  private final String prefix;
  private final int width;

  private Indentation(Map<String, String> known, Rule rule, String prefix, int width) {
    this.known = known;
    this.rule = rule;
    this.prefix = prefix;
    this.width = width;
  }

  /**
   * Learns from a hunk whose old lines lie at {@code at}; empty when they contradict each other.
   */
  static Optional<Indentation> learn(List<HunkLine> hunk, FileLines file, int at) {
    boolean adds =
        hunk.stream().anyMatch(l -> l.kind() == HunkLine.Kind.ADDED && !l.text().isBlank());
    if (!adds) {
      return Optional.of(SAME);
    }
    Map<String, String> removed = new HashMap<>();
    Map<String, String> context = new HashMap<>();
    int index = at;
    for (HunkLine line : hunk) {
      if (line.isOld()) {
        Map<String, String> pairs = line.kind() == HunkLine.Kind.REMOVED ? removed : context;
        if (!line.text().isBlank() && contradicts(pairs, line.text(), file.at(index))) {
          return Optional.empty();
        }
        index++;
      }
    }
    return combined(removed, context, hunk, file);
  }

  private static boolean contradicts(Map<String, String> pairs, String ours, String theirs) {
    String their = Alike.indent(theirs);
    String before = pairs.putIfAbsent(Alike.indent(ours), their);
    return before != null && !before.equals(their);
  }

  private static Optional<Indentation> combined(
      Map<String, String> removed,
      Map<String, String> context,
      List<HunkLine> hunk,
      FileLines file) {
    boolean someAreSame =
        context.entrySet().stream().anyMatch(e -> e.getKey().equals(e.getValue()))
            || removed.entrySet().stream().anyMatch(e -> e.getKey().equals(e.getValue()));
    // A context line that lost its marker seems to be indented one space less than it is.
    boolean someLostTheirMarker =
        context.entrySet().stream().anyMatch(e -> e.getValue().equals(" " + e.getKey()));
    if (someLostTheirMarker) {
      if (someAreSame) {
        context.entrySet().removeIf(e -> e.getValue().equals(" " + e.getKey()));
      } else if (removed.isEmpty()) {
        return markersOrShift(hunk, file);
      }
    }
    Map<String, String> all = new HashMap<>(context);
    for (Map.Entry<String, String> pair : removed.entrySet()) {
      String other = all.put(pair.getKey(), pair.getValue());
      if (other != null && !other.equals(pair.getValue())) {
        return Optional.empty();
      }
    }
    return Optional.of(ruleOf(all));
  }

  /** All context is one space short: lost markers, or really another indentation? */
  private static Optional<Indentation> markersOrShift(List<HunkLine> hunk, FileLines file) {
    boolean asWritten = true;
    boolean shifted = true;
    for (HunkLine line : hunk) {
      if (line.kind() == HunkLine.Kind.ADDED && !line.text().isBlank()) {
        String indent = Alike.indent(line.text());
        asWritten &= file.indents(indent);
        shifted &= file.indents(" " + indent);
      }
    }
    return asWritten && !shifted ? Optional.of(SAME) : Optional.empty();
  }

  private static Indentation ruleOf(Map<String, String> pairs) {
    if (pairs.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()))) {
      return SAME;
    }
    Map.Entry<String, String> sample =
        pairs.entrySet().stream()
            .filter(e -> !e.getKey().equals(e.getValue()))
            .findFirst()
            .orElseThrow();
    String ours = sample.getKey();
    String theirs = sample.getValue();
    if (theirs.endsWith(ours)) {
      Indentation add =
          new Indentation(pairs, Rule.ADD, theirs.substring(0, theirs.length() - ours.length()), 1);
      return add.explains(pairs) ? add : knownOnly(pairs);
    }
    if (ours.endsWith(theirs)) {
      Indentation strip =
          new Indentation(pairs, Rule.STRIP, ours.substring(0, ours.length() - theirs.length()), 1);
      return strip.explains(pairs) ? strip : knownOnly(pairs);
    }
    return tabsOrSpaces(pairs, ours, theirs);
  }

  private static Indentation tabsOrSpaces(Map<String, String> pairs, String ours, String theirs) {
    boolean toTabs = isOnly(ours, ' ') && isOnly(theirs, '\t');
    boolean toSpaces = isOnly(ours, '\t') && isOnly(theirs, ' ');
    int longer = Math.max(ours.length(), theirs.length());
    int shorter = Math.min(ours.length(), theirs.length());
    if ((toTabs || toSpaces) && shorter > 0 && longer % shorter == 0) {
      Rule rule = toTabs ? Rule.TABS_FOR_SPACES : Rule.SPACES_FOR_TABS;
      Indentation converted = new Indentation(pairs, rule, "", longer / shorter);
      return converted.explains(pairs) ? converted : knownOnly(pairs);
    }
    return knownOnly(pairs);
  }

  private static Indentation knownOnly(Map<String, String> pairs) {
    return new Indentation(pairs, Rule.KNOWN_ONLY, "", 1);
  }

  private boolean explains(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .allMatch(e -> byRule(e.getKey()).filter(e.getValue()::equals).isPresent());
  }

  /** The added line as the file would indent it; empty when that is not known. */
  Optional<String> apply(String line) {
    if (rule == Rule.SAME || line.isBlank()) {
      return Optional.of(line);
    }
    String indent = Alike.indent(line);
    String rest = line.substring(indent.length());
    String seen = known.get(indent);
    Optional<String> mapped = seen != null ? Optional.of(seen) : byRule(indent);
    return mapped.map(m -> m + rest);
  }

  private Optional<String> byRule(String indent) {
    return switch (rule) {
      case SAME -> Optional.of(indent);
      case ADD -> Optional.of(prefix + indent);
      case STRIP ->
          indent.startsWith(prefix)
              ? Optional.of(indent.substring(prefix.length()))
              : Optional.empty();
      case TABS_FOR_SPACES ->
          isOnly(indent, ' ') && indent.length() % width == 0
              ? Optional.of("\t".repeat(indent.length() / width))
              : Optional.empty();
      case SPACES_FOR_TABS ->
          isOnly(indent, '\t')
              ? Optional.of(" ".repeat(indent.length() * width))
              : Optional.empty();
      case KNOWN_ONLY -> Optional.empty();
    };
  }

  private static boolean isOnly(String indent, char c) {
    return indent.chars().allMatch(x -> x == c);
  }
}
