package dev.taskmaster.localstack.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The size of a terminal.
 *
 * @param width in columns
 * @param height in lines
 */
public record Screen(int width, int height) {
  /** What is assumed where nothing is known. */
  public static final Screen USUAL = new Screen(80, 24);

  private static final Path TERMINAL = Path.of("/dev/tty");

  /** The terminal this process is used from, as it is now. */
  public static Screen now() {
    try {
      var process =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var size =
          new String(
              process.getInputStream().readNBytes(40), java.nio.charset.StandardCharsets.US_ASCII);
      return process.waitFor(1, TimeUnit.SECONDS) ? parse(size) : USUAL;
    } catch (IOException e) {
      // No terminal, or no stty: the usual size does.
      return USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }

  /** Reads what {@code stty size} prints. */
  static Screen parse(String size) {
    var parts = size.strip().split("\\s+");
    if (parts.length != 2 || !parts[0].matches("\\d{1,5}") || !parts[1].matches("\\d{1,5}")) {
      return USUAL;
    }
    var screen = new Screen(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    return screen.width() < 20 || screen.height() < 5 ? USUAL : screen;
  }
}
