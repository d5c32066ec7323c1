package dev.taskmaster.patch.reader;

import dev.taskmaster.patch.report.PatchProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads an answer: prose with diffs, search blocks, envelope patches or whole files in it. Whole
 * files count only when there is nothing else, because an example in the prose looks the same.
 */
public final class AnswerReader {
  private final Predicate<String> exists;

  /**
   * @param exists whether the tree has a file or folder at a path; decides about prefixes only
   */
  public AnswerReader(Predicate<String> exists) {
    this.exists = exists;
  }

  /** Reads everything that can be read, and names what cannot. */
  public ReadAnswer read(String answer) {
    AnswerLines lines = AnswerLines.of(answer);
    DiffSections diffs = new DiffSections(lines, exists);
    SearchBlocks blocks = new SearchBlocks(lines, exists);
    EnvelopePatches envelopes = new EnvelopePatches(lines);
    List<FileChange> changes = new ArrayList<>();
    List<PatchProblem> problems = new ArrayList<>();
    int i = 0;
    while (i < lines.count()) {
      try {
        DiffSections.Read read;
        if (diffs.startsAt(i)) {
          read = diffs.read(i);
        } else if (blocks.startsAt(i)) {
          read = blocks.read(i);
        } else if (envelopes.startsAt(i)) {
          read = envelopes.read(i);
        } else {
          read = new DiffSections.Read(Optional.empty(), i + 1);
        }
        read.change().ifPresent(changes::add);
        i = Math.max(read.next(), i + 1);
      } catch (UnreadableException unreadable) {
        problems.add(unreadable.problem());
        i++;
      }
    }
    if (changes.isEmpty() && problems.isEmpty()) {
      readWholeFiles(lines, changes, problems);
    }
    return new ReadAnswer(merged(changes), problems);
  }

  private void readWholeFiles(
      AnswerLines lines, List<FileChange> changes, List<PatchProblem> problems) {
    try {
      new WholeFiles(lines, exists).readInto(changes);
    } catch (UnreadableException unreadable) {
      problems.add(unreadable.problem());
    }
  }

  /** Several sections about one file become one; identical sections count once. */
  private static List<FileChange> merged(List<FileChange> changes) {
    Map<String, FileChange> modified = new LinkedHashMap<>();
    List<FileChange> others = new ArrayList<>();
    for (FileChange change : changes) {
      if (change instanceof FileChange.Modified next) {
        modified.merge(next.path(), next, (a, b) -> joined((FileChange.Modified) a, next));
      } else if (!isRepeated(others, change)) {
        others.add(change);
      }
    }
    List<FileChange> all = new ArrayList<>(modified.values());
    all.addAll(others);
    return all;
  }

  private static boolean isRepeated(List<FileChange> others, FileChange change) {
    return change instanceof FileChange.Created created
        && others.stream()
            .anyMatch(
                other ->
                    other instanceof FileChange.Created earlier
                        && earlier.path().equals(created.path())
                        && earlier.mode().equals(created.mode())
                        && earlier.lines().equals(created.lines()));
  }

  private static FileChange joined(FileChange.Modified first, FileChange.Modified second) {
    List<Hunk> hunks = new ArrayList<>(first.hunks());
    for (Hunk hunk : second.hunks()) {
      // Models like to show a change and then to show it again.
      boolean shownBefore = first.hunks().stream().anyMatch(hunk::saysTheSame);
      if (!shownBefore) {
        hunks.add(hunk.numbered(hunks.size() + 1));
      }
    }
    return new FileChange.Modified(
        first.path(), first.answerLine(), first.newMode().or(second::newMode), hunks);
  }
}
