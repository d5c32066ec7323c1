package dev.taskmaster.patch.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Reads search and replace blocks. */
final class SearchBlocks {
  private static final int LABEL_DISTANCE = 4;

  private final AnswerLines lines;
  private final Predicate<String> exists;
  private String lastPath = "";

  SearchBlocks(AnswerLines lines, Predicate<String> exists) {
    this.lines = lines;
    this.exists = exists;
  }

  boolean startsAt(int index) {
    String text = lines.textAt(index);
    return text.startsWith("<<<<<<<") && word(text, '<').startsWith("SEARCH");
  }

  /** Reads the block that starts here. */
  DiffSections.Read read(int start) throws UnreadableException {
    String path = pathOf(start);
    int end = start + 1;
    List<Integer> separators = new ArrayList<>();
    while (end < lines.count() && !endsAt(end)) {
      if (startsAt(end)) {
        throw broken(path, start, "a search block starts inside another");
      }
      if (lines.textAt(end).stripTrailing().equals("=======")) {
        separators.add(end);
      }
      end++;
    }
    if (end >= lines.count()) {
      throw broken(path, start, "the search block does not end with >>>>>>> REPLACE");
    }
    if (separators.size() != 1) {
      throw broken(
          path, start, "the search block has %d ======= lines".formatted(separators.size()));
    }
    lastPath = path;
    List<String> search = texts(start + 1, separators.getFirst());
    List<String> replace = texts(separators.getFirst() + 1, end);
    return new DiffSections.Read(Optional.of(change(path, start, search, replace)), end + 1);
  }

  private static FileChange change(
      String path, int start, List<String> search, List<String> replace) {
    if (search.stream().allMatch(String::isBlank)) {
      return new FileChange.Created(path, start + 1, FileChange.usualMode(), replace, true);
    }
    Hunk hunk =
        new Hunk(
            1,
            start + 1,
            OptionalInt.empty(),
            "",
            LineDiff.between(search, replace),
            false,
            false,
            List.of());
    return new FileChange.Modified(path, start + 1, Optional.empty(), List.of(hunk));
  }

  private boolean endsAt(int index) {
    String text = lines.textAt(index);
    if (!text.startsWith(">>>>>>>")) {
      return false;
    }
    String word = word(text, '>');
    return word.isEmpty() || word.startsWith("REPLACE") || word.startsWith("UPDATED");
  }

  private String pathOf(int start) throws UnreadableException {
    String behind = lines.textAt(start).replace('<', ' ').strip();
    String rest = behind.substring(Math.min("SEARCH".length(), behind.length()));
    Optional<String> path = rest.isBlank() ? Optional.empty() : PathLabel.of(rest, exists);
    for (int i = start - 1; path.isEmpty() && i >= Math.max(0, start - LABEL_DISTANCE); i--) {
      AnswerLine line = lines.at(i);
      if (line.kind() == AnswerLine.Kind.FENCE_CLOSE || endsAt(i)) {
        break;
      }
      path =
          line.isText()
              ? PathLabel.of(line.text(), exists)
              : PathLabel.ofFence(line.text(), exists);
    }
    if (path.isEmpty() && lastPath.isEmpty()) {
      throw broken("", start, "no file is named for this search block");
    }
    return path.orElse(lastPath);
  }

  private List<String> texts(int from, int to) {
    List<String> texts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      texts.add(lines.at(i).text());
    }
    return texts;
  }

  private static String word(String text, char mark) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == mark) {
      i++;
    }
    return text.substring(i).strip().toUpperCase(Locale.ROOT);
  }

  private static UnreadableException broken(String path, int start, String problem) {
    return new UnreadableException(
        path,
        start + 1,
        problem,
        "write the path on the line above, then <<<<<<< SEARCH, the old lines, =======, the new"
            + " lines, >>>>>>> REPLACE");
  }
}
