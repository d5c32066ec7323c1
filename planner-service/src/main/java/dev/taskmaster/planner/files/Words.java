package dev.taskmaster.planner.files;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text that say what it is about; names of code are taken apart. */
public final class Words {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Pattern SEAM =
      Pattern.compile("_+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          ("a an and are as at be but by do does for from has have if in into is it its may must no not"
                  + " of on or should so such that the their then there they this to use was we what when"
                  + " where which while who why will with you your all any can each how one only other"
                  + " out over same some than them too under up very fix bug add make write code file"
                  + " files test tests function method class value return returns error fails failing"
                  + " wrong instead change")
              .split(" "));

  private Words() {}

  /** Lower-case words of at least three letters, in order, each with its stem where it has one. */
  public static Set<String> of(String text) {
    var words = new LinkedHashSet<String>();
    NAME.matcher(text)
        .results()
        .map(MatchResult::group)
        .flatMap(Words::parts)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= 3 && !EMPTY_WORDS.contains(word))
        .map(Words::stem)
        .forEach(words::add);
    return words;
  }

  private static Stream<String> parts(String name) {
    var parts = SEAM.split(name);
    return parts.length > 1
        ? Stream.concat(Stream.of(name), Arrays.stream(parts))
        : Stream.of(name);
  }

  /** Cuts the commonest endings, so that rounding, rounded and rounds are one word. */
  private static String stem(String word) {
    for (var ending :
        new String[] {"ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e"}) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
