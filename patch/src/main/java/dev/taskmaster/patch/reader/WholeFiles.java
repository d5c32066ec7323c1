package dev.taskmaster.patch.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads fenced blocks that have a path above or behind their fence as files given whole. */
final class WholeFiles {
  private static final List<String> MARKDOWN = List.of(".md", ".markdown", ".mdx", ".rst", ".adoc");
  private static final int LABEL_DISTANCE = 2;

  private final AnswerLines lines;
  private final Predicate<String> exists;

  WholeFiles(AnswerLines lines, Predicate<String> exists) {
    this.lines = lines;
    this.exists = exists;
  }

  void readInto(List<FileChange> changes) throws UnreadableException {
    for (int i = 0; i < lines.count(); i++) {
      if (lines.at(i).kind() == AnswerLine.Kind.FENCE_OPEN) {
        Optional<FileChange> change = read(i);
        if (change.isPresent()) {
          changes.add(change.get());
        }
      }
    }
  }

  private Optional<FileChange> read(int open) throws UnreadableException {
    StringBuilder label = new StringBuilder(lines.at(open).text());
    Optional<String> path = PathLabel.ofFence(lines.at(open).text(), exists);
    for (int i = open - 1; i >= Math.max(0, open - LABEL_DISTANCE); i--) {
      if (!lines.at(i).isText() || lines.at(i).fence() != 0) {
        break;
      }
      label.append(' ').append(lines.at(i).text());
      path = path.isPresent() ? path : PathLabel.of(lines.at(i).text(), exists);
    }
    if (path.isEmpty()) {
      return Optional.empty();
    }
    List<String> content = content(path.get(), open);
    return Optional.of(
        new FileChange.Whole(path.get(), open + 1, content, true, saysComplete(label.toString())));
  }

  private List<String> content(String path, int open) throws UnreadableException {
    int fence = lines.at(open).fence();
    if (!lines.isClosed(fence)) {
      throw new UnreadableException(
          path, open + 1, "the answer ends inside this file", "send a diff, or the file again");
    }
    List<String> content = new ArrayList<>();
    int end = open + 1;
    while (lines.at(end).isText()) {
      content.add(lines.at(end).text());
      end++;
    }
    boolean fencesFollow = false;
    for (int i = end + 1; i < lines.count(); i++) {
      fencesFollow |= !lines.at(i).isText();
    }
    boolean mayContainFences = MARKDOWN.stream().anyMatch(path.toLowerCase(Locale.ROOT)::endsWith);
    if (fencesFollow && mayContainFences) {
      throw new UnreadableException(
          path,
          open + 1,
          "it is not clear where this file ends, it may contain fences itself",
          "put it in a fence of four backticks, or send a diff");
    }
    return content;
  }

  private static boolean saysComplete(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return lower.contains("complete")
        || lower.contains("full")
        || lower.contains("whole")
        || lower.contains("entire");
  }
}
