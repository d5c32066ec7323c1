package dev.taskmaster.patch.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads patches in the envelope form: {@code *** Update File: path}, hunks without numbers. */
final class EnvelopePatches {
  private static final String UPDATE = "*** Update File: ";
  private static final String ADD = "*** Add File: ";
  private static final String DELETE = "*** Delete File: ";
  private static final String MOVE = "*** Move to: ";

  private final AnswerLines lines;

  EnvelopePatches(AnswerLines lines) {
    this.lines = lines;
  }

  boolean startsAt(int index) {
    String text = lines.textAt(index);
    return text.startsWith(UPDATE) || text.startsWith(ADD) || text.startsWith(DELETE);
  }

  /** Reads the file that starts here. */
  DiffSections.Read read(int start) throws UnreadableException {
    String text = lines.textAt(start);
    int end = start + 1;
    while (end < lines.count() && lines.at(end).isText() && !isFileBorder(end)) {
      end++;
    }
    if (end >= lines.count()) {
      throw new UnreadableException(
          "", start + 1, "the patch does not end with *** End Patch", "send the whole patch again");
    }
    if (text.startsWith(DELETE)) {
      return read(new FileChange.Deleted(name(text, DELETE), start + 1, List.of()), start + 1);
    }
    if (text.startsWith(ADD)) {
      return read(added(name(text, ADD), start, end), end);
    }
    return read(updated(name(text, UPDATE), start, end), end);
  }

  private static DiffSections.Read read(FileChange change, int next) {
    return new DiffSections.Read(Optional.of(change), next);
  }

  private boolean isFileBorder(int index) {
    return startsAt(index) || lines.textAt(index).startsWith("*** End Patch");
  }

  private FileChange added(String path, int start, int end) throws UnreadableException {
    List<String> content = new ArrayList<>();
    for (int i = start + 1; i < end; i++) {
      String text = lines.textAt(i);
      if (!text.isEmpty() && text.charAt(0) != '+') {
        throw new UnreadableException(
            path,
            i + 1,
            "the new file has lines that are not marked as added",
            "mark every line of a new file with +");
      }
      content.add(text.isEmpty() ? "" : text.substring(1));
    }
    return new FileChange.Created(path, start + 1, FileChange.usualMode(), content, true);
  }

  private FileChange updated(String path, int start, int end) throws UnreadableException {
    List<Hunk> hunks = new ArrayList<>();
    String target = path;
    int i = start + 1;
    while (i < end) {
      String text = lines.textAt(i);
      if (text.startsWith(MOVE)) {
        target = name(text, MOVE);
        i++;
      } else if (text.isEmpty() || text.startsWith("*** ")) {
        i++;
      } else {
        i = readHunk(path, hunks, i, end);
      }
    }
    return target.equals(path)
        ? new FileChange.Modified(path, start + 1, Optional.empty(), hunks)
        : new FileChange.Renamed(path, target, start + 1, Optional.empty(), hunks);
  }

  private int readHunk(String path, List<Hunk> hunks, int start, int end)
      throws UnreadableException {
    HunkHeader header = HunkHeader.NONE;
    int first = start;
    while (first < end && HunkHeader.startsAt(lines.textAt(first))) {
      header = HunkHeader.of(lines.textAt(first));
      first++;
    }
    List<AnswerLine> raw = new ArrayList<>();
    int i = first;
    while (i < end && !lines.textAt(i).startsWith("@@") && !lines.textAt(i).startsWith("*** ")) {
      raw.add(lines.at(i));
      i++;
    }
    hunks.add(new HunkBody(path, header, raw, true).read(hunks.size() + 1, start + 1));
    return Math.max(i, start + 1);
  }

  private static String name(String text, String lead) {
    return HeaderName.of(text.substring(lead.length()));
  }
}
