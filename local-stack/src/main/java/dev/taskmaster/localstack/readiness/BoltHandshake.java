package dev.taskmaster.localstack.readiness;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Ready when a Bolt server agrees on a protocol version: the handshake of the Bolt specification,
 * its magic number followed by four proposals of four bytes, answered by the version chosen.
 */
public record BoltHandshake(int port) implements Readiness {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final byte[] PROPOSAL = {
    0x60, 0x60, (byte) 0xB0, 0x17, 0, 4, 4, 5, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0
  };

  @Override
  public boolean isReady() {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(PROPOSAL);
      return new DataInputStream(socket.getInputStream()).readInt() != 0;
    } catch (IOException e) {
      return false;
    }
  }
}
