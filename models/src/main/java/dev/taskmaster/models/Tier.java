package dev.taskmaster.models;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How strong, and therefore how dear, a model is; ordered from the cheapest. */
@SuppressWarnings("EnumOrdinal") // The order of the tiers is their meaning.
public enum Tier {
  ECONOMY,
  STANDARD,
  PREMIUM;

  /** The name used in files, events and on the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The next stronger tier, if there is one. */
  public Optional<Tier> stronger() {
    return this == PREMIUM ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  /**
   * Reads a tier's name.
   *
   * @throws IllegalArgumentException naming the input and the known tiers
   */
  public static Tier parse(String text) {
    return Arrays.stream(values())
        .filter(tier -> tier.wireName().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown tier '" + text + "'; use one of " + knownNames()));
  }

  /** All names, for messages. */
  public static String knownNames() {
    return Arrays.stream(values()).map(Tier::wireName).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return wireName();
  }
}
