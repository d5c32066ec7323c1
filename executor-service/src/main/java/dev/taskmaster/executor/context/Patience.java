package dev.taskmaster.executor.context;

/**
 * Ends a regular expression that backtracks forever: its characters run out. Shared by all lines of
 * one search.
 */
final class Patience {
  private static final long MOST_LOOKS = 200_000_000;

  private long looks;

  CharSequence with(CharSequence text) {
    return new Watched(text);
  }

  private final class Watched implements CharSequence {
    private final CharSequence text;

    Watched(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new InvalidSearchException(
            "the regular expression takes too long; use a simpler one or a literal text");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Watched(text.subSequence(start, end));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
