package dev.taskmaster.localstack.live;

import org.jspecify.annotations.Nullable;

/** Colours of a terminal, or none. */
public enum Style {
  PLAIN,
  COLOURED;

  /** What a colour stands for. */
  public enum Tone {
    GOOD("32"),
    BAD("31"),
    BUSY("36"),
    WAIT("33"),
    FOUND("34"),
    QUIET("2"),
    STRONG("1");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  /** The style for a terminal of type {@code term}, where {@code NO_COLOR} is as given. */
  public static Style of(@Nullable String term, @Nullable String noColor) {
    boolean wanted = noColor == null || noColor.isEmpty();
    return wanted && term != null && !term.equals("dumb") ? COLOURED : PLAIN;
  }

  /** {@code text} in a tone. */
  public String paint(Tone tone, String text) {
    return this == PLAIN || text.isEmpty()
        ? text
        : "\u001b[" + tone.code + "m" + text + "\u001b[0m";
  }
}
