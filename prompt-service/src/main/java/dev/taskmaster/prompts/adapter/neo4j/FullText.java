package dev.taskmaster.prompts.adapter.neo4j;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what a person types into a query of the full-text index; nothing in it is an operator. */
final class FullText {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int MOST_WORDS = 32;

  private FullText() {}

  /** Every word, whole or as a beginning; empty where the text holds no word. */
  static Optional<String> query(String text) {
    var words =
        WORD.matcher(text.toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .distinct()
            .limit(MOST_WORDS)
            .map(word -> "(" + word + "^2 OR " + word + "*)")
            .collect(Collectors.joining(" AND "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
