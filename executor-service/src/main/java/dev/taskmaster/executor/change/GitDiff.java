package dev.taskmaster.executor.change;

import dev.taskmaster.executor.context.PlainText;
import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.files.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Edits of a tree as a unified diff in git's format, files in the order of their paths. */
public final class GitDiff {
  private GitDiff() {}

  public static String of(SourceTree tree, List<FileEdit> edits) {
    var out = new ByteArrayOutputStream();
    edits.stream()
        .sorted(Comparator.comparing(FileEdit::path))
        .forEach(edit -> write(tree.read(edit.path()), edit, out));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void write(
      Optional<FileContent> before, FileEdit edit, ByteArrayOutputStream out) {
    switch (edit) {
      case FileEdit.Write write ->
          before.ifPresentOrElse(old -> writeChange(old, write, out), () -> writeNew(write, out));
      case FileEdit.Delete delete -> before.ifPresent(old -> writeDeletion(old, delete, out));
    }
  }

  private static void writeChange(FileContent old, FileEdit.Write edit, ByteArrayOutputStream out) {
    var path = edit.path();
    header(path, out);
    if (old.mode() != edit.mode()) {
      line("old mode " + old.mode().octal(), out);
      line("new mode " + edit.mode().octal(), out);
    }
    hunks("a/" + path, old.bytes(), "b/" + path, edit.content(), out);
  }

  private static void writeNew(FileEdit.Write edit, ByteArrayOutputStream out) {
    header(edit.path(), out);
    line("new file mode " + edit.mode().octal(), out);
    hunks("/dev/null", new byte[0], "b/" + edit.path(), edit.content(), out);
  }

  private static void writeDeletion(
      FileContent old, FileEdit.Delete edit, ByteArrayOutputStream out) {
    header(edit.path(), out);
    line("deleted file mode " + modeOf(old).octal(), out);
    hunks("a/" + edit.path(), old.bytes(), "/dev/null", new byte[0], out);
  }

  private static FileMode modeOf(FileContent content) {
    return content.mode();
  }

  private static void header(String path, ByteArrayOutputStream out) {
    line("diff --git a/%1$s b/%1$s".formatted(path), out);
  }

  private static void hunks(
      String oldName, byte[] oldBytes, String newName, byte[] newBytes, ByteArrayOutputStream out) {
    var before = new RawText(utf8(oldBytes));
    var after = new RawText(utf8(newBytes));
    var edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after);
    if (edits.isEmpty()) {
      return;
    }
    line("--- " + oldName, out);
    line("+++ " + newName, out);
    try (var formatter = new DiffFormatter(out)) {
      formatter.format(edits, before, after);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  /** Files of other encodings appear as the text the patch engine takes them for. */
  private static byte[] utf8(byte[] bytes) {
    return PlainText.of(bytes).map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(bytes);
  }

  private static void line(String text, ByteArrayOutputStream out) {
    out.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
