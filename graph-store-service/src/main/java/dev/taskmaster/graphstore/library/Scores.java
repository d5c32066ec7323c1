package dev.taskmaster.graphstore.library;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike two descriptions are, from 0 to 1: the share of words that they have in common (Dice's
 * coefficient). It depends on the two texts only, so a score means the same in every collection.
 */
public final class Scores {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its",
          "of", "on", "or", "so", "that", "the", "this", "to", "with");

  private Scores() {}

  public static double of(String query, String description) {
    var asked = words(query);
    var known = words(description);
    if (asked.isEmpty() || known.isEmpty()) {
      return 0;
    }
    var common = new HashSet<>(asked);
    common.retainAll(known);
    return 2.0 * common.size() / (asked.size() + known.size());
  }

  /** The words that tell something, in lower case. */
  public static Set<String> words(String text) {
    var words = new HashSet<String>();
    var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      if (!EMPTY_WORDS.contains(matcher.group())) {
        words.add(matcher.group());
      }
    }
    return words;
  }
}
