package dev.taskmaster.patch;

import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.patch.paths.SafePath;
import dev.taskmaster.patch.reader.FileChange;
import dev.taskmaster.patch.reader.Hunk;
import dev.taskmaster.patch.report.Fit;
import dev.taskmaster.patch.report.HunkReport;
import dev.taskmaster.patch.report.PatchProblem;
import dev.taskmaster.patch.writer.TextFile;
import dev.taskmaster.patch.writer.WholeFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tree a patch leads to, while its changes are taken in one by one. */
final class NextTree {
  private final SourceTree tree;
  private final PatchLimits limits;
  private final Map<String, FileEdit> edits = new LinkedHashMap<>();
  private final List<HunkReport> reports = new ArrayList<>();
  private final List<PatchProblem> problems = new ArrayList<>();

  NextTree(SourceTree tree, PatchLimits limits) {
    this.tree = tree;
    this.limits = limits;
  }

  void take(FileChange change) {
    if (isUnsafe(change, change.path())) {
      return;
    }
    switch (change) {
      case FileChange.Created created -> create(created);
      case FileChange.Deleted deleted -> delete(deleted);
      case FileChange.Modified modified -> modify(modified);
      case FileChange.Renamed renamed -> rename(renamed);
      case FileChange.Whole whole -> writeWhole(whole);
    }
  }

  PatchOutcome outcome() {
    if (problems.isEmpty()) {
      checkPlaces();
    }
    if (!problems.isEmpty()) {
      return new PatchOutcome.Refused(problems);
    }
    List<FileEdit> real = edits.values().stream().filter(this::changesSomething).toList();
    if (real.isEmpty()) {
      return new PatchOutcome.Refused(
          List.of(
              PatchProblem.of(
                  "",
                  0,
                  "the patch changes nothing",
                  "remove or add at least one line, or say why no change is needed")));
    }
    return new PatchOutcome.Applied(real, reports);
  }

  private void create(FileChange.Created change) {
    Optional<FileMode> mode = FileMode.parse(change.mode());
    if (mode.isEmpty() || !mode.get().isFile()) {
      refuse(change, "it would create " + kind(change.mode()), "only regular files can be created");
      return;
    }
    TextFile file = TextFile.ofLines(change.lines(), change.finalNewline());
    Optional<FileContent> existing = tree.read(change.path());
    boolean isEmptyFile =
        existing.isPresent()
            && existing.get().mode().isFile()
            && existing.get().bytes().length == 0;
    if (tree.exists(change.path()) && !isEmptyFile) {
      refuse(change, "the file exists already", "send a diff against its current content");
      return;
    }
    write(change, file, mode.get());
    reports.add(new HunkReport(change.path(), 1, 1, Fit.EXACT, "created"));
  }

  private void delete(FileChange.Deleted change) {
    Optional<FileContent> before = existing(change, change.path());
    if (before.isEmpty()) {
      return;
    }
    if (!change.hunks().isEmpty()) {
      Optional<TextFile> after = patched(change, change.path(), before.get(), change.hunks());
      if (after.isEmpty()) {
        return;
      }
      if (!after.get().lines().isEmpty()) {
        refuse(
            change,
            "the diff deletes the file but removes only some of its lines",
            "send \"deleted file mode\" without hunks, or +++ with the file's name");
        return;
      }
    }
    put(change, new FileEdit.Delete(change.path()));
  }

  private void modify(FileChange.Modified change) {
    Optional<FileContent> before = existing(change, change.path());
    if (before.isPresent()) {
      change(change, change.path(), before.get(), change.newMode(), change.hunks());
    }
  }

  private void rename(FileChange.Renamed change) {
    if (isUnsafe(change, change.from())) {
      return;
    }
    Optional<FileContent> before = existing(change, change.from());
    if (before.isEmpty()) {
      return;
    }
    if (tree.exists(change.path())) {
      refuse(change, "the new name is taken", "choose a name that is free");
      return;
    }
    change(change, change.from(), before.get(), change.newMode(), change.hunks());
    put(change, new FileEdit.Delete(change.from()));
  }

  private void change(
      FileChange change,
      String from,
      FileContent before,
      Optional<String> newMode,
      List<Hunk> hunks) {
    Optional<FileMode> mode =
        newMode.isPresent() ? FileMode.parse(newMode.get()) : Optional.of(before.mode());
    if (mode.isEmpty() || !mode.get().isFile()) {
      refuse(
          change,
          "it would turn the file into " + kind(newMode.orElse("")),
          "only 100644 and 100755 are allowed");
      return;
    }
    if (hunks.isEmpty()) {
      put(change, new FileEdit.Write(change.path(), before.bytes(), mode.get()));
      return;
    }
    patched(change, from, before, hunks).ifPresent(after -> write(change, after, mode.get()));
  }

  private void writeWhole(FileChange.Whole change) {
    if (!tree.exists(change.path())) {
      write(change, TextFile.ofLines(change.lines(), change.finalNewline()), FileMode.REGULAR);
      return;
    }
    Optional<FileContent> before = existing(change, change.path());
    Optional<TextFile> text = before.flatMap(content -> text(change, content));
    if (before.isEmpty() || text.isEmpty()) {
      return;
    }
    Optional<String> doubt = WholeFile.doubt(text.get(), change.lines(), change.saidComplete());
    if (doubt.isPresent()) {
      refuse(change, doubt.get(), "send a diff, or the complete file and say that it is complete");
      return;
    }
    write(change, WholeFile.rewritten(text.get(), change.lines()), before.get().mode());
    reports.add(new HunkReport(change.path(), 1, 1, Fit.WHOLE_FILE, "given whole"));
  }

  private Optional<TextFile> patched(
      FileChange change, String from, FileContent before, List<Hunk> hunks) {
    Optional<TextFile> text = text(change, before);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<Hunk> real = hunks.stream().filter(Hunk::changesSomething).toList();
    PatchedFile patched = PatchedFile.of(from, text.get(), real);
    problems.addAll(patched.problems());
    reports.addAll(patched.reports());
    return patched.problems().isEmpty() ? Optional.of(patched.result()) : Optional.empty();
  }

  private Optional<TextFile> text(FileChange change, FileContent content) {
    if (content.bytes().length > limits.fileBytes()) {
      refuse(
          change,
          "the file has more than %d bytes".formatted(limits.fileBytes()),
          "leave it to a command or a person");
      return Optional.empty();
    }
    Optional<TextFile> text = TextFile.of(content.bytes());
    if (text.isEmpty()) {
      refuse(change, "the file is binary", "only text files can be changed");
    }
    return text;
  }

  private Optional<FileContent> existing(FileChange change, String path) {
    Optional<FileContent> content = tree.read(path);
    if (content.isEmpty()) {
      String problem = tree.exists(path) ? "it is a folder" : "there is no such file";
      refuse(change, problem, "name an existing file" + Suggestion.forPath(path, tree));
      return Optional.empty();
    }
    if (!content.get().mode().isFile()) {
      refuse(change, "it is " + kind(content.get().mode().octal()), "change the file it leads to");
      return Optional.empty();
    }
    return content;
  }

  private void write(FileChange change, TextFile file, FileMode mode) {
    Optional<byte[]> bytes = file.bytes();
    if (bytes.isEmpty()) {
      refuse(
          change,
          "the new text has characters that the file's encoding lacks",
          "use plain ASCII in this file");
    } else if (bytes.get().length > limits.fileBytes()) {
      refuse(
          change,
          "it would have more than %d bytes".formatted(limits.fileBytes()),
          "write less into one file");
    } else {
      put(change, new FileEdit.Write(change.path(), bytes.get(), mode));
    }
  }

  private void put(FileChange change, FileEdit edit) {
    if (edits.putIfAbsent(edit.path(), edit) != null) {
      refuse(change, "the patch changes it in two ways", "say each change of a file once");
    }
  }

  private boolean isUnsafe(FileChange change, String path) {
    Optional<String> problem = SafePath.problemOf(path);
    problem.ifPresent(
        p ->
            problems.add(
                PatchProblem.of(
                    SafePath.shown(path),
                    change.answerLine(),
                    "the path is refused: " + p,
                    "use a plain path from the root of the project")));
    return problem.isPresent();
  }

  /** No file where another has a folder, and nothing behind a link. */
  private void checkPlaces() {
    for (FileEdit edit : edits.values()) {
      if (edit instanceof FileEdit.Write) {
        for (int slash = edit.path().indexOf('/');
            slash >= 0;
            slash = edit.path().indexOf('/', slash + 1)) {
          checkFolder(edit.path(), edit.path().substring(0, slash));
        }
      }
    }
  }

  private void checkFolder(String path, String folder) {
    boolean removed = edits.get(folder) instanceof FileEdit.Delete;
    Optional<FileContent> content = tree.read(folder);
    boolean isFile =
        (content.isPresent() && !removed) || edits.get(folder) instanceof FileEdit.Write;
    if (isFile) {
      String kind = content.map(c -> kind(c.mode().octal())).orElse("a file");
      problems.add(
          PatchProblem.of(
              path, 0, "%s is %s, not a folder".formatted(folder, kind), "choose another path"));
    }
  }

  private boolean changesSomething(FileEdit edit) {
    Optional<FileContent> before = tree.read(edit.path());
    return switch (edit) {
      case FileEdit.Delete delete -> before.isPresent();
      case FileEdit.Write write ->
          before.isEmpty()
              || before.get().mode() != write.mode()
              || !Arrays.equals(before.get().bytes(), write.content());
    };
  }

  private void refuse(FileChange change, String problem, String help) {
    problems.add(PatchProblem.of(change.path(), change.answerLine(), problem, help));
  }

  private static String kind(String octal) {
    return switch (FileMode.parse(octal).orElse(FileMode.REGULAR)) {
      case SYMLINK -> "a symbolic link";
      case GITLINK -> "a submodule";
      default -> FileMode.parse(octal).isPresent() ? "a file" : "an entry of mode " + octal;
    };
  }
}
