package dev.taskmaster.patch.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the files of a unified diff, with git's headers or without. */
final class DiffSections {
  private final AnswerLines lines;
  private final Predicate<String> exists;

  DiffSections(AnswerLines lines, Predicate<String> exists) {
    this.lines = lines;
    this.exists = exists;
  }

  /** Whether a file of a diff starts at this line. */
  boolean startsAt(int index) {
    String text = lines.textAt(index);
    return text.startsWith("diff --git ") || isNamePair(index);
  }

  private boolean isNamePair(int index) {
    return lines.textAt(index).startsWith("--- ") && lines.textAt(index + 1).startsWith("+++ ");
  }

  /** Reads the file that starts here. */
  Read read(int start) throws UnreadableException {
    Section section = new Section(start);
    int next = section.readHeaders(start);
    while (next < lines.count() && startsHunk(section, next)) {
      next = readHunk(section, next);
    }
    return new Read(section.change(), next);
  }

  private boolean startsHunk(Section section, int index) {
    String text = lines.textAt(index);
    if (text.startsWith("@@")) {
      return true;
    }
    return section.hunks.isEmpty() && section.hasNames() && isMarkedFrom(index);
  }

  /** A hunk without a header may start with empty lines that lost their space. */
  private boolean isMarkedFrom(int index) {
    int i = index;
    while (i < lines.count() && lines.at(i).isText() && lines.at(i).text().isEmpty()) {
      i++;
    }
    return HunkBody.isMarked(lines.textAt(i));
  }

  private int readHunk(Section section, int start) throws UnreadableException {
    String text = lines.textAt(start);
    if (text.startsWith("@@@")) {
      throw new UnreadableException(
          section.name(),
          start + 1,
          "this is a diff of a merge, against several parents",
          "send a diff against the one current version");
    }
    boolean hasHeader = HunkHeader.startsAt(text);
    HunkHeader header = hasHeader ? HunkHeader.of(text) : HunkHeader.NONE;
    int first = hasHeader ? start + 1 : start;
    int end = first;
    while (end < lines.count() && !isBorder(end, lines.at(start).fence())) {
      end++;
    }
    List<AnswerLine> raw = new ArrayList<>();
    for (int i = first; i < end; i++) {
      raw.add(lines.at(i));
    }
    int fence = lines.at(start).fence();
    HunkBody body = new HunkBody(section.name(), header, raw, fence > 0);
    Hunk hunk = body.read(section.hunks.size() + 1, start + 1);
    refuseIfCut(section, body, hunk, fence, end);
    section.hunks.add(hunk);
    return end;
  }

  private void refuseIfCut(Section section, HunkBody body, Hunk hunk, int fence, int end)
      throws UnreadableException {
    boolean answerEnds = end >= lines.count();
    if (fence > 0 && answerEnds && !lines.isClosed(fence) && body.isShort(hunk)) {
      throw new UnreadableException(
          section.name(),
          hunk.answerLine(),
          "the answer ends inside this hunk",
          "send the whole diff again, shorter or in several answers");
    }
    boolean fenceCloses = !answerEnds && lines.at(end).kind() == AnswerLine.Kind.FENCE_CLOSE;
    String after = lines.textAt(end + 1);
    if (fenceCloses && (after.startsWith("+") || after.startsWith("-")) && !isListItem(after)) {
      throw new UnreadableException(
          section.name(),
          end + 1,
          "a fence inside the diff seems to end it too early",
          "mark every line of the diff with a space, + or -, or use a longer fence");
    }
  }

  private static boolean isListItem(String text) {
    return text.startsWith("- ") || text.startsWith("---");
  }

  private boolean isBorder(int index, int fence) {
    AnswerLine line = lines.at(index);
    String text = line.text();
    if (!line.isText() || line.fence() != fence) {
      return true;
    }
    return text.startsWith("@@")
        || text.startsWith("diff --git ")
        || text.startsWith("*** ")
        || isMailSignature(index)
        || (isNamePair(index) && isCertainPair(index));
  }

  private boolean isMailSignature(int index) {
    String text = lines.textAt(index);
    String next = lines.textAt(index + 1);
    return text.equals("-- ") && !next.isEmpty() && Character.isDigit(next.charAt(0));
  }

  /** Inside a hunk, a removed line "-- x" and an added line "++ y" look like a pair of names. */
  private boolean isCertainPair(int index) {
    String oldName = lines.textAt(index).substring(4);
    String newName = lines.textAt(index + 1).substring(4);
    return lines.textAt(index + 2).startsWith("@@")
        || oldName.startsWith("a/") && newName.startsWith("b/")
        || oldName.startsWith(HeaderName.NOTHING)
        || newName.startsWith(HeaderName.NOTHING);
  }

  /** What was read, and where reading goes on. */
  record Read(Optional<FileChange> change, int next) {}

  /** One file's headers while they are read. */
  private final class Section {
    private final int start;
    private final List<Hunk> hunks = new ArrayList<>();
    private @Nullable String oldName;
    private @Nullable String newName;
    private @Nullable String renameFrom;
    private @Nullable String renameTo;
    private @Nullable String createdMode;
    private @Nullable String newMode;
    private boolean deleted;

    Section(int start) {
      this.start = start;
    }

    boolean hasNames() {
      return oldName != null && newName != null;
    }

    String name() {
      String name = newName != null && !newName.equals(HeaderName.NOTHING) ? newName : oldName;
      return name == null ? "" : HeaderName.pair(name, name, exists).newPath();
    }

    int readHeaders(int from) throws UnreadableException {
      int i = from;
      int fence = lines.at(from).fence();
      while (i < lines.count()) {
        AnswerLine line = lines.at(i);
        String text = line.text();
        if (!line.isText() || line.fence() != fence) {
          return i;
        }
        if (text.startsWith("diff --git ") && i == from) {
          readGitLine(text.substring("diff --git ".length()));
        } else if (isNamePair(i)) {
          if (i > from && !lines.textAt(from).startsWith("diff --git ")) {
            return i;
          }
          oldName = HeaderName.of(text.substring(4));
          newName = HeaderName.of(lines.textAt(i + 1).substring(4));
          return afterBlankLines(i + 2);
        } else if (!readExtended(text, i) && !line.isBlank()) {
          return i;
        }
        i++;
      }
      return i;
    }

    private int afterBlankLines(int from) {
      int i = from;
      while (i < lines.count() && lines.at(i).isText() && lines.at(i).text().isEmpty()) {
        i++;
      }
      return i < lines.count() && lines.textAt(i).startsWith("@@") ? i : from;
    }

    private void readGitLine(String names) {
      if (names.startsWith("\"")) {
        return;
      }
      int middle = names.length() / 2;
      boolean twice =
          names.length() % 2 == 1
              && names.charAt(middle) == ' '
              && names.length() > 5
              && names.substring(2, middle).equals(names.substring(middle + 3));
      int split = twice ? middle : names.indexOf(' ');
      if (split > 0 && (twice || names.indexOf(' ', split + 1) < 0)) {
        oldName = HeaderName.of(names.substring(0, split));
        newName = HeaderName.of(names.substring(split + 1));
      }
    }

    private boolean readExtended(String text, int index) throws UnreadableException {
      if (text.startsWith("new file mode ")) {
        createdMode = text.substring("new file mode ".length()).strip();
      } else if (text.startsWith("deleted file mode ")) {
        deleted = true;
      } else if (text.startsWith("new mode ")) {
        newMode = text.substring("new mode ".length()).strip();
      } else if (text.startsWith("rename from ")) {
        renameFrom = HeaderName.of(text.substring("rename from ".length()));
      } else if (text.startsWith("rename to ")) {
        renameTo = HeaderName.of(text.substring("rename to ".length()));
      } else if (text.startsWith("copy from ") || text.startsWith("copy to ")) {
        throw new UnreadableException(
            name(), index + 1, "the diff copies a file", "write the new file out as added lines");
      } else if (text.startsWith("Binary files ") || text.startsWith("GIT binary patch")) {
        throw new UnreadableException(
            name(), index + 1, "the diff changes a binary file", "only text files can be changed");
      } else {
        return text.startsWith("index ")
            || text.startsWith("old mode ")
            || text.startsWith("similarity index ")
            || text.startsWith("dissimilarity index ");
      }
      return true;
    }

    Optional<FileChange> change() throws UnreadableException {
      if (renameFrom != null && renameTo != null) {
        return Optional.of(
            new FileChange.Renamed(
                renameFrom, renameTo, start + 1, Optional.ofNullable(newMode), hunks));
      }
      if (oldName == null || newName == null) {
        throw new UnreadableException(
            "", start + 1, "the file names of this diff cannot be read", "add --- and +++ lines");
      }
      HeaderName.Pair paths = HeaderName.pair(oldName, newName, exists);
      if (deleted || paths.newPath().equals(HeaderName.NOTHING)) {
        return Optional.of(new FileChange.Deleted(oldPath(paths), start + 1, hunks));
      }
      if (createdMode != null || paths.oldPath().equals(HeaderName.NOTHING)) {
        return Optional.of(created(paths.newPath()));
      }
      if (hunks.isEmpty() && newMode == null) {
        return Optional.empty();
      }
      return Optional.of(
          new FileChange.Modified(samePath(paths), start + 1, Optional.ofNullable(newMode), hunks));
    }

    private String oldPath(HeaderName.Pair paths) {
      return paths.oldPath().equals(HeaderName.NOTHING) ? paths.newPath() : paths.oldPath();
    }

    private String samePath(HeaderName.Pair paths) throws UnreadableException {
      if (paths.oldPath().equals(paths.newPath())) {
        return paths.newPath();
      }
      boolean oldKnown = exists.test(paths.oldPath());
      boolean newKnown = exists.test(paths.newPath());
      if (newKnown && !oldKnown) {
        return paths.newPath();
      }
      throw new UnreadableException(
          paths.newPath(),
          start + 1,
          "the diff names two files, %s and %s".formatted(paths.oldPath(), paths.newPath()),
          "name one file, or add \"rename from\" and \"rename to\" lines");
    }

    private FileChange created(String path) throws UnreadableException {
      List<String> content = new ArrayList<>();
      boolean bare = false;
      for (Hunk hunk : hunks) {
        for (HunkLine line : hunk.lines()) {
          if (line.kind() != HunkLine.Kind.ADDED && !line.text().isBlank()) {
            throw new UnreadableException(
                path,
                hunk.answerLine(),
                "the new file has lines that are not marked as added",
                "mark every line of a new file with +");
          }
          content.add(line.text());
        }
        bare = hunk.newEndsBare();
      }
      String mode = createdMode == null ? FileChange.usualMode() : createdMode;
      return new FileChange.Created(path, start + 1, mode, content, !bare);
    }
  }
}
