package dev.taskmaster.localstack.readiness;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Ready when a Kafka broker answers a Metadata request (API key 3, version 1, no topics) and names
 * at least one live broker.
 */
public record KafkaMetadata(int port) implements Readiness {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final short METADATA = 3;
  private static final short VERSION = 1;
  private static final int CORRELATION = 1;
  private static final int REQUEST_BYTES = 2 + 2 + 4 + 2 + 4;

  @Override
  public boolean isReady() {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var request = new DataOutputStream(socket.getOutputStream());
      request.writeInt(REQUEST_BYTES);
      request.writeShort(METADATA);
      request.writeShort(VERSION);
      request.writeInt(CORRELATION);
      request.writeShort(-1); // no client id
      request.writeInt(0); // no topics
      request.flush();
      var answer = new DataInputStream(socket.getInputStream());
      answer.readInt(); // length
      return answer.readInt() == CORRELATION && answer.readInt() > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
