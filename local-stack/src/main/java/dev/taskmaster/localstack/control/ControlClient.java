package dev.taskmaster.localstack.control;

import dev.taskmaster.localstack.control.ControlMessages.Answer;
import dev.taskmaster.localstack.control.ControlMessages.Envelope;
import dev.taskmaster.localstack.state.ControlPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Asks the supervisor of a running stack. */
public final class ControlClient {
  private final ControlPoint point;

  public ControlClient(ControlPoint point) {
    this.point = point;
  }

  /**
   * Has {@code request} done; returns when it is.
   *
   * @throws IllegalStateException if the supervisor could not do it, saying why
   * @throws UncheckedIOException if it does not answer
   */
  public void ask(ControlRequest request) {
    try (var socket = connect()) {
      exchange(socket, request);
    } catch (IOException e) {
      throw new UncheckedIOException("the supervisor of the stack does not answer", e);
    }
  }

  /** Keeps the stack alive until the lease is closed or this process ends. */
  public AutoCloseable lease() {
    try {
      var socket = connect();
      exchange(socket, new ControlRequest.Lease());
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("the supervisor of the stack does not answer", e);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getByName("127.0.0.1"), point.port());
  }

  private void exchange(Socket socket, ControlRequest request) throws IOException {
    ControlMessages.write(socket, new Envelope(point.token(), request));
    var answer = ControlMessages.read(socket, Answer.class);
    if (!answer.done()) {
      throw new IllegalStateException(
          answer.problem() == null ? "the supervisor refused" : answer.problem());
    }
  }
}
