package dev.taskmaster.composition.layer;

/** Reads the text of a path (chapter 2.1), absolute or relative to an anchor without selections. */
final class PathText {

  private final String text;
  private int at;

  private PathText(String text) {
    this.text = text;
  }

  static Path parse(String text, Path anchor) {
    return new PathText(text).path(anchor);
  }

  private Path path(Path anchor) {
    if (text.isEmpty()) {
      throw refuse("is empty");
    }
    Path path = anchor;
    if (take("/")) {
      path = Path.ROOT;
      if (atEnd()) {
        return path;
      }
    } else {
      path = climb(path);
      if (atEnd()) {
        return path;
      }
    }
    return elements(path);
  }

  private Path climb(Path anchor) {
    if (text.equals(".")) {
      at = 1;
      return anchor;
    }
    Path path = anchor;
    boolean climbed = false;
    while (text.startsWith("..", at)) {
      if (path.isRoot()) {
        throw refuse("climbs above the root");
      }
      at += 2;
      path = path.parent();
      climbed = true;
      if (!take("/")) {
        break;
      }
      if (atEnd()) {
        throw refuse("ends with a slash");
      }
    }
    boolean afterDots = climbed && at > 0 && text.charAt(at - 1) == '.';
    if (afterDots && !atEnd() && text.charAt(at) != '.') {
      throw refuse("has no slash after '..'");
    }
    return path;
  }

  private Path elements(Path start) {
    Path path = start;
    boolean needName = text.charAt(at) != '.';
    while (!atEnd()) {
      if (take(".")) {
        return property(path);
      }
      if (!needName && !path.isVariant()) {
        expect("/");
      }
      path = selections(path.child(identifier()));
      needName = false;
      if (atEnd() || text.charAt(at) == '.') {
        continue;
      }
      if (path.isVariant()) {
        take("/");
      }
    }
    return path;
  }

  private Path selections(Path prim) {
    Path path = prim;
    while (take("{")) {
      int equals = text.indexOf('=', at);
      int close = text.indexOf('}', at);
      if (equals < 0 || close < equals) {
        throw refuse("has a selection that is not {set=variant}");
      }
      String set = text.substring(at, equals).strip();
      String variant = text.substring(equals + 1, close).strip();
      if (!Names.isVariantSet(set) || !(variant.isEmpty() || Names.isVariant(variant))) {
        throw refuse("has a selection that is not {set=variant}");
      }
      path = path.variant(set, variant);
      at = close + 1;
    }
    return path;
  }

  private Path property(Path owner) {
    String name = text.substring(at);
    if (!Names.isProperty(name)) {
      throw refuse("has no valid property name after '.'");
    }
    if (owner.isRoot()) {
      throw refuse("names a property of the root");
    }
    at = text.length();
    return owner.property(name);
  }

  private String identifier() {
    int start = at;
    while (!atEnd() && Names.isPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    String name = text.substring(start, at);
    if (!Names.isIdentifier(name)) {
      throw refuse("has no prim name at position " + start);
    }
    return name;
  }

  private boolean take(String token) {
    boolean found = text.startsWith(token, at);
    at += found ? token.length() : 0;
    return found;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw refuse("needs '" + token + "' at position " + at);
    }
  }

  private boolean atEnd() {
    return at >= text.length();
  }

  private IllegalArgumentException refuse(String why) {
    return new IllegalArgumentException("the path '" + text + "' " + why);
  }
}
