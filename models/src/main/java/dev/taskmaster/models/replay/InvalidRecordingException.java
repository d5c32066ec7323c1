package dev.taskmaster.models.replay;

import java.nio.file.Path;

/** A recording that cannot be used; the message names the file and what is wrong with it. */
public final class InvalidRecordingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidRecordingException(Path file, String problem) {
    super("recording " + file + " " + problem);
  }
}
