package dev.taskmaster.composition.layer;

/** What may be called what (chapters 2.1, 3.1 and 3.3). */
public final class Names {

  private Names() {}

  /** {@code _} or a Unicode letter, then letters, digits and marks. */
  public static boolean isIdentifier(String name) {
    if (name.isEmpty() || !isStart(name.codePointAt(0))) {
      return false;
    }
    return name.codePoints().allMatch(Names::isPart);
  }

  /** Identifiers joined by {@code :}. */
  public static boolean isProperty(String name) {
    int start = 0;
    for (int colon = name.indexOf(':'); colon >= 0; colon = name.indexOf(':', start)) {
      if (!isIdentifier(name.substring(start, colon))) {
        return false;
      }
      start = colon + 1;
    }
    return isIdentifier(name.substring(start));
  }

  /** An identifier that may also hold {@code -}. */
  public static boolean isVariantSet(String name) {
    return !name.isEmpty()
        && isStart(name.codePointAt(0))
        && name.codePoints().allMatch(c -> isPart(c) || c == '-');
  }

  /** An optional leading dot, then letters, digits, {@code |} and {@code -}. */
  public static boolean isVariant(String name) {
    String rest = name.startsWith(".") ? name.substring(1) : name;
    return !rest.isEmpty() && rest.codePoints().allMatch(c -> isPart(c) || c == '|' || c == '-');
  }

  public static boolean isStart(int codePoint) {
    return codePoint == '_' || Character.isUnicodeIdentifierStart(codePoint);
  }

  public static boolean isPart(int codePoint) {
    return Character.isUnicodeIdentifierPart(codePoint)
        && !Character.isIdentifierIgnorable(codePoint);
  }
}
