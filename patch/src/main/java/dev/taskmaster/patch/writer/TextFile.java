package dev.taskmaster.patch.writer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text file as its lines, each with the ending it had, so that writing it back unchanged gives
 * the same bytes. What is not UTF-8 is kept byte by byte.
 */
public final class TextFile {
  private static final String MARK = "\uFEFF";

  private final List<Line> lines;
  private final Charset charset;
  private final boolean marked;

  private TextFile(List<Line> lines, Charset charset, boolean marked) {
    this.lines = List.copyOf(lines);
    this.charset = charset;
    this.marked = marked;
  }

  /** A line and its ending: "\n", "\r\n", or "" at the end of a file without one. */
  public record Line(String text, String ending) {}

  /** The file behind these bytes; empty when it is not text. */
  public static Optional<TextFile> of(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return Optional.empty();
      }
    }
    Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(bytes, charset);
    boolean marked = charset.equals(StandardCharsets.UTF_8) && text.startsWith(MARK);
    return Optional.of(new TextFile(cut(marked ? text.substring(1) : text), charset, marked));
  }

  /** A new UTF-8 file of these lines. */
  public static TextFile ofLines(List<String> texts, boolean finalNewline) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean bare = i == texts.size() - 1 && !finalNewline;
      lines.add(new Line(texts.get(i), bare ? "" : "\n"));
    }
    return new TextFile(lines, StandardCharsets.UTF_8, false);
  }

  public List<Line> lines() {
    return lines;
  }

  /** The lines without their endings. */
  public List<String> texts() {
    return lines.stream().map(Line::text).toList();
  }

  /** The ending most lines have; "\n" when there is none. */
  public String usualEnding() {
    long windows = lines.stream().filter(line -> line.ending().equals("\r\n")).count();
    long unix = lines.stream().filter(line -> line.ending().equals("\n")).count();
    return windows > unix ? "\r\n" : "\n";
  }

  /** Whether the last line ends in a newline; true for an empty file. */
  public boolean endsInNewline() {
    return lines.isEmpty() || !lines.getLast().ending().isEmpty();
  }

  /** The same file with other lines. */
  public TextFile with(List<Line> other) {
    return new TextFile(other, charset, marked);
  }

  /** The bytes; empty when a character cannot be written in the file's encoding. */
  public Optional<byte[]> bytes() {
    StringBuilder text = new StringBuilder(marked ? MARK : "");
    for (Line line : lines) {
      text.append(line.text()).append(line.ending());
    }
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return Optional.of(bytes);
    } catch (CharacterCodingException unencodable) {
      return Optional.empty();
    }
  }

  /** Whether an encoding other than UTF-8 is in use, so that new letters would be a guess. */
  public boolean isForeign() {
    return !charset.equals(StandardCharsets.UTF_8);
  }

  private static List<Line> cut(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      if (newline < 0) {
        lines.add(new Line(text.substring(start), ""));
        return lines;
      }
      boolean windows = newline > start && text.charAt(newline - 1) == '\r';
      int end = windows ? newline - 1 : newline;
      lines.add(new Line(text.substring(start, end), windows ? "\r\n" : "\n"));
      start = newline + 1;
    }
    return lines;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}
