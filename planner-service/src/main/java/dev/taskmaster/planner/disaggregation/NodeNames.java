package dev.taskmaster.planner.disaggregation;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes names of nodes out of what models and people write. */
public final class NodeNames {
  private static final int LONGEST = 48;
  private static final Pattern LEGAL =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0," + (LONGEST - 1) + "}");
  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_]+");
  private static final Pattern TAKEN =
      Pattern.compile("Plan|Steps|Review|Deliver|Refine\\d*|Ctx_.*");
  private static final Set<String> SUFFIXES = Set.of("Apply");

  private NodeNames() {}

  /** The name as it is where it is legal, else its words joined; empty where nothing is left. */
  static String of(String written) {
    if (LEGAL.matcher(written).matches()) {
      return written;
    }
    var joined =
        Arrays.stream(OTHER.split(written))
            .filter(word -> !word.isEmpty())
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    var cut = joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined;
    return cut.isEmpty() || Character.isDigit(cut.charAt(0)) && cut.length() == LONGEST
        ? ""
        : Character.isDigit(cut.charAt(0)) ? "_" + cut : cut;
  }

  /** Whether the graph store, the planner or an apply node is called so. */
  static boolean isTaken(String name) {
    return TAKEN.matcher(name).matches() || SUFFIXES.stream().anyMatch(name::endsWith);
  }

  /** What a context node is called: {@code prefix}, then what it is about. */
  public static String context(String prefix, String about) {
    var words = OTHER.matcher(about.substring(about.lastIndexOf('/') + 1)).replaceAll("_");
    var trimmed = words.replaceAll("^_+|_+$", "");
    var name = prefix + "_" + (trimmed.isEmpty() ? "x" : trimmed);
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }
}
