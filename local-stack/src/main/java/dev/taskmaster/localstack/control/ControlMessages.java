package dev.taskmaster.localstack.control;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The wire: one line of JSON each way. */
final class ControlMessages {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LIMIT_CHARS = 1 << 20;

  private ControlMessages() {}

  /** What is asked, by somebody who knows the token. */
  record Envelope(String token, ControlRequest body) {}

  /** What came of it. */
  record Answer(boolean done, @Nullable String problem) {}

  static <T> T read(Socket socket, Class<T> type) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var line = new StringBuilder();
    for (int c = reader.read(); c != '\n'; c = reader.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended before the message did");
      }
      if (line.length() >= LIMIT_CHARS) {
        throw new IOException("a message of more than " + LIMIT_CHARS + " characters");
      }
      line.append((char) c);
    }
    return MAPPER.readValue(line.toString(), type);
  }

  static void write(Socket socket, Object message) throws IOException {
    var writer =
        new BufferedWriter(
            new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    writer.write(MAPPER.writeValueAsString(message));
    writer.write('\n');
    writer.flush();
  }
}
