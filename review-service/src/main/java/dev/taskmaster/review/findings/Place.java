package dev.taskmaster.review.findings;

import java.util.Optional;

/**
 * Where in the project.
 *
 * @param line from 1
 */
public record Place(String file, int line) {

  /** The place a tool wrote; empty where it is not in the project. */
  public static Optional<Place> of(Output output, String path, String line) {
    return output.paths().find(path).map(file -> new Place(file, number(line)));
  }

  private static int number(String line) {
    return line.length() > 9 ? 0 : Integer.parseInt(line);
  }
}
