package dev.taskmaster.graphstore.taskgraph;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How plans name graphs of earlier tasks: {@code graph:} and the hash of the definition's text. As
 * the name is the content's hash, a definition never changes under a plan that references it.
 */
public final class Definitions {
  private static final Pattern ASSET = Pattern.compile("(?:graph:)*([0-9a-f]{64})");

  private Definitions() {}

  /** The asset path of the definition whose text has {@code hash}. */
  public static String assetOf(String hash) {
    return "graph:" + hash;
  }

  /** The hash in an asset path; empty where it names no definition. */
  public static Optional<String> idOf(String asset) {
    var match = ASSET.matcher(asset);
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }
}
