package dev.taskmaster.localstack.control;

import dev.taskmaster.localstack.control.ControlMessages.Answer;
import dev.taskmaster.localstack.control.ControlMessages.Envelope;
import dev.taskmaster.localstack.state.ControlPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes requests for a supervisor on a loopback port from who knows the token. */
public final class ControlServer implements AutoCloseable {
  private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

  private final ServerSocket server;
  private final ControlPoint point;
  private final Leases leases = new Leases();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private ControlServer(ServerSocket server, ControlPoint point) {
    this.server = server;
    this.point = point;
  }

  /** Opens a port; nothing is answered before {@link #serve}. */
  public static ControlServer open() {
    try {
      var server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
      var secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      var token = HexFormat.of().formatHex(secret);
      return new ControlServer(server, new ControlPoint(server.getLocalPort(), token));
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the supervisor on the loopback interface", e);
    }
  }

  /** Where it is reached. */
  public ControlPoint point() {
    return point;
  }

  /** Who keeps the stack alive. */
  public Leases leases() {
    return leases;
  }

  /** Answers from now on. */
  public void serve(ControlHandler handler) {
    Thread.ofVirtual().name("control").start(() -> acceptAll(handler));
  }

  private void acceptAll(ControlHandler handler) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().name("control-request").start(() -> answer(socket, handler));
      } catch (IOException e) {
        if (!server.isClosed()) {
          System.err.println("control: cannot accept: " + e.getMessage());
        }
      }
    }
  }

  private void answer(Socket socket, ControlHandler handler) {
    connections.add(socket);
    try (socket) {
      socket.setSoTimeout(REQUEST_TIMEOUT_MILLIS);
      var envelope = ControlMessages.read(socket, Envelope.class);
      if (!isOurs(envelope.token())) {
        ControlMessages.write(socket, new Answer(false, "wrong token"));
      } else if (envelope.body() instanceof ControlRequest.Lease) {
        hold(socket);
      } else {
        ControlMessages.write(socket, outcome(envelope.body(), handler));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        System.err.println("control: request not understood: " + e.getMessage());
      }
    } finally {
      connections.remove(socket);
    }
  }

  private static Answer outcome(ControlRequest request, ControlHandler handler) {
    try {
      handler.handle(request);
      return new Answer(true, null);
    } catch (RuntimeException e) {
      return new Answer(false, e.getMessage());
    }
  }

  private void hold(Socket socket) throws IOException {
    leases.taken();
    try {
      ControlMessages.write(socket, new Answer(true, null));
      socket.setSoTimeout(0);
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } finally {
      leases.returned();
    }
  }

  private boolean isOurs(String token) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), point.token().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      server.close();
      for (var connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the control port", e);
    }
  }
}
