package dev.taskmaster.workspace.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** The difference of two trees in git's format. */
public final class TreeDiff {
  private static final int LARGEST_FILE = 4 << 20;

  private final ObjectReader reader;

  public TreeDiff(ObjectReader reader) {
    this.reader = reader;
  }

  /** At most {@code limit} bytes of it; a cut is said in the last line. */
  public String between(ObjectId before, ObjectId after, int limit) throws IOException {
    Bounded out = new Bounded(limit);
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.setReader(reader, new Config());
      formatter.setBinaryFileThreshold(LARGEST_FILE);
      formatter.setDetectRenames(true);
      formatter.format(before, after);
      formatter.flush();
    } catch (Full full) {
      return out.text() + "\n[the diff is longer than %d bytes and cut here]\n".formatted(limit);
    }
    return out.text();
  }

  /** Thrown to stop the formatter; not a fault. */
  private static final class Full extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;

    Bounded(int limit) {
      this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
      if (kept.size() >= limit) {
        throw new Full();
      }
      kept.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int room = Math.min(length, limit - kept.size());
      kept.write(bytes, offset, room);
      if (room < length) {
        throw new Full();
      }
    }

    String text() {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
