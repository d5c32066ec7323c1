package dev.taskmaster.localstack.state;

/**
 * Where a running supervisor takes requests: a loopback port, and the token that only who may read
 * {@code stack.json} knows.
 */
public record ControlPoint(int port, String token) {
  @Override
  public String toString() {
    return "ControlPoint[port=" + port + "]";
  }
}
