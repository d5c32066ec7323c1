package dev.taskmaster.executor.context;

import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.SourceTree;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Looks for lines in the text files of a tree and shows them with a few lines around, as {@code
 * path:line: text} for a match and {@code path-line- text} for what stands around it. Bounded in
 * matches, characters and time.
 */
public final class TextSearch {
  /** Larger files are not searched. */
  public static final int LARGEST_FILE = 1 << 20;

  private static final int MOST_MATCHES = 60;
  private static final int MOST_PER_FILE = 12;
  private static final int MOST_CHARS = 20_000;
  private static final int LONGEST_LINE = 400;

  private static final int AROUND = 2;

  private final Pattern pattern;
  private final PathMatcher glob;

  private TextSearch(Pattern pattern, PathMatcher glob) {
    this.pattern = pattern;
    this.glob = glob;
  }

  /**
   * A search for a literal text, or for a regular expression between slashes.
   *
   * @param glob which files, such as {@code *.py} or {@code src/**}; empty for all
   * @throws InvalidSearchException naming what cannot be understood
   */
  public static TextSearch of(String query, String glob) {
    boolean regex = query.length() > 2 && query.startsWith("/") && query.endsWith("/");
    try {
      var pattern =
          regex
              ? Pattern.compile(query.substring(1, query.length() - 1))
              : Pattern.compile(query, Pattern.LITERAL);
      return new TextSearch(pattern, matcher(glob));
    } catch (PatternSyntaxException e) {
      throw new InvalidSearchException(
          "the search '%s' in '%s' cannot be understood: %s"
              .formatted(query, glob, e.getDescription()));
    }
  }

  /** The same without regard to case. */
  public TextSearch ignoringCase() {
    int flags = pattern.flags() | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return new TextSearch(Pattern.compile(pattern.pattern(), flags), glob);
  }

  private static PathMatcher matcher(String glob) {
    if (glob.isBlank()) {
      return path -> true;
    }
    var whole = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    // Without a slash it is about names, as people mean it.
    return glob.contains("/") ? whole : path -> whole.matches(path.getFileName());
  }

  /**
   * What was found.
   *
   * @param text the excerpts; empty where nothing was found
   * @param matches how many are shown
   * @param more whether there were more than are shown
   */
  public record Found(String text, int matches, boolean more) {}

  /**
   * Searches in the order of paths.
   *
   * @throws InvalidSearchException when a regular expression takes too long
   */
  public Found in(SourceTree tree) throws InterruptedException {
    var text = new StringBuilder();
    int matches = 0;
    boolean more = false;
    var patience = new Patience();
    for (var path : tree.list()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!glob.matches(Path.of(path))) {
        continue;
      }
      var lines = tree.read(path).map(TextSearch::lines).orElse(List.of());
      var hits = hits(lines, patience);
      if (hits.isEmpty()) {
        continue;
      }
      if (matches >= MOST_MATCHES || text.length() >= MOST_CHARS) {
        more = true;
        break;
      }
      var shown = hits.subList(0, Math.min(hits.size(), MOST_PER_FILE));
      more |= shown.size() < hits.size();
      matches += shown.size();
      excerpt(path, lines, shown, text);
    }
    return new Found(PlainText.cut(text.toString(), MOST_CHARS), matches, more);
  }

  private List<Integer> hits(List<String> lines, Patience patience) {
    var hits = new ArrayList<Integer>();
    try {
      for (int i = 0; i < lines.size(); i++) {
        if (pattern.matcher(patience.with(lines.get(i))).find()) {
          hits.add(i);
        }
      }
    } catch (StackOverflowError e) {
      // Nested alternatives recurse once per character.
      throw new InvalidSearchException(
          "the regular expression is too deep for a long line; use a simpler one or a literal text");
    }
    return hits;
  }

  private static List<String> lines(FileContent content) {
    if (!content.mode().isFile() || content.bytes().length > LARGEST_FILE) {
      return List.of();
    }
    return PlainText.of(content.bytes()).map(text -> text.lines().toList()).orElse(List.of());
  }

  private static void excerpt(
      String path, List<String> lines, List<Integer> hits, StringBuilder text) {
    var shown = new BitSet();
    hits.forEach(
        hit -> shown.set(Math.max(0, hit - AROUND), Math.min(lines.size(), hit + AROUND + 1)));
    int before = -2;
    for (int i = shown.nextSetBit(0); i >= 0; i = shown.nextSetBit(i + 1)) {
      if (text.length() > 0 && i != before + 1) {
        text.append("--\n");
      }
      char mark = hits.contains(i) ? ':' : '-';
      text.append(path).append(mark).append(i + 1).append(mark).append(' ');
      text.append(shortened(lines.get(i))).append('\n');
      before = i;
    }
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }
}
