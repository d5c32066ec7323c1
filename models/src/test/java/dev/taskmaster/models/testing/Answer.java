package dev.taskmaster.models.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** What the scripted server does with a request. Made by the static methods; immutable. */
public abstract class Answer {

  Answer() {}

  abstract void send(HttpExchange exchange, RequestView request, ScriptedModelServer server)
      throws IOException, InterruptedException;

  /** A model's message, in the dialect of the request's path. */
  public static Message text(String content) {
    return new Message(content, "", false, Message.COUNTED, Message.COUNTED, Duration.ZERO);
  }

  /** A model's message that is JSON; the same as {@link #text}, and says what is meant. */
  public static Message json(String json) {
    return text(json);
  }

  /** A message the model could not finish: {@code finish_reason: length}. */
  public static Message truncated(String content) {
    return new Message(content, "", true, Message.COUNTED, Message.COUNTED, Duration.ZERO);
  }

  /** A message that comes late. */
  public static Message slow(Duration delay, String content) {
    return new Message(content, "", false, Message.COUNTED, Message.COUNTED, delay);
  }

  /** A status with an error in OpenAI's form; headers by name and value in turn. */
  public static Answer status(int status, String message, String... headers) {
    String body =
        "{\"error\":{\"message\":\""
            + message.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\",\"type\":\"scripted\"}}";
    return raw(status, "application/json", body, headers);
  }

  /** A 200 that is no JSON at all. */
  public static Answer nonJson() {
    return raw(200, "text/html", "<html><body>Sign in to the guest network</body></html>");
  }

  /** Any status and body. */
  public static Answer raw(int status, String contentType, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return answer(
        (exchange, request, server) -> {
          exchange.getResponseHeaders().set("Content-Type", contentType);
          for (int i = 0; i + 1 < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  /** A body that breaks off in the middle. */
  public static Answer cutOff() {
    return answer(
        (exchange, request, server) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 10_000);
          exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        });
  }

  /** Headers and the beginning of a body, then nothing until the server is closed. */
  public static Answer stalled() {
    return answer(
        (exchange, request, server) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          server.awaitClose(Duration.ofMinutes(10));
        });
  }

  /** A body that comes byte by byte and never ends: no single read of it waits long. */
  public static Answer trickling() {
    return answer(
        (exchange, request, server) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          while (!server.awaitClose(Duration.ofMillis(20))) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
          }
        });
  }

  /** Nothing at all until the server is closed. */
  public static Answer silent() {
    return answer(
        (exchange, request, server) -> {
          server.awaitClose(Duration.ofMinutes(10));
        });
  }

  /** A body of that many bytes; {@link ScriptedModelServer#bytesSent} tells how many were taken. */
  public static Answer huge(long bytes) {
    return answer(
        (exchange, request, server) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[64 * 1024];
          Arrays.fill(block, (byte) 'x');
          OutputStream body = exchange.getResponseBody();
          for (long left = bytes; left > 0; left -= block.length) {
            int length = (int) Math.min(block.length, left);
            body.write(block, 0, length);
            server.sent(length);
          }
        });
  }

  /** Closes the connection without a word. */
  public static Answer drop() {
    return answer((exchange, request, server) -> exchange.close());
  }

  @FunctionalInterface
  private interface Sending {
    void send(HttpExchange exchange, RequestView request, ScriptedModelServer server)
        throws IOException, InterruptedException;
  }

  private static Answer answer(Sending sending) {
    return new Answer() {
      @Override
      void send(HttpExchange exchange, RequestView request, ScriptedModelServer server)
          throws IOException, InterruptedException {
        sending.send(exchange, request, server);
      }
    };
  }

  /** A model's message. */
  public static final class Message extends Answer {
    private static final long COUNTED = -2;
    private static final long LEFT_OUT = -1;
    private static final int CHARS_PER_TOKEN = 4;

    private final String content;
    private final String reasoning;
    private final boolean cutOff;
    private final long input;
    private final long output;
    private final Duration delay;

    private Message(
        String content, String reasoning, boolean cutOff, long input, long output, Duration delay) {
      this.content = content;
      this.reasoning = reasoning;
      this.cutOff = cutOff;
      this.input = input;
      this.output = output;
      this.delay = delay;
    }

    /** Reports this usage; without it, four characters count as a token. */
    public Message usage(long inputTokens, long outputTokens) {
      return new Message(content, reasoning, cutOff, inputTokens, outputTokens, delay);
    }

    /** Reports no usage. */
    public Message withoutUsage() {
      return usage(LEFT_OUT, LEFT_OUT);
    }

    /** Adds reasoning beside the content, as thinking models' servers do. */
    public Message reasoning(String text) {
      return new Message(content, text, cutOff, input, output, delay);
    }

    /** Comes late. */
    public Message after(Duration wait) {
      return new Message(content, reasoning, cutOff, input, output, wait);
    }

    @Override
    void send(HttpExchange exchange, RequestView request, ScriptedModelServer server)
        throws IOException, InterruptedException {
      if (server.awaitClose(delay)) {
        return;
      }
      Dialect dialect = Dialect.of(request.path());
      boolean stream = dialect == Dialect.OPENAI && request.wantsStream();
      Dialect.Message message =
          new Dialect.Message(
              request.model(),
              content,
              reasoning,
              cutOff,
              input == COUNTED ? request.bytes() / CHARS_PER_TOKEN : input,
              output == COUNTED ? Math.max(1, content.length() / CHARS_PER_TOKEN) : output);
      byte[] body =
          (stream ? Dialect.openAiStream(message) : dialect.write(message))
              .getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set("Content-Type", stream ? "text/event-stream" : "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
