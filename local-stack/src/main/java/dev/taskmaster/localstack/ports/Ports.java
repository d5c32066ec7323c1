package dev.taskmaster.localstack.ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses loopback ports: the one a person asked for or none, else the usual one if it is free,
 * else any free one. What was chosen stays kept from other stacks until closed.
 */
public final class Ports implements AutoCloseable {
  private final Map<String, Integer> wanted;
  private final Set<Integer> given = new HashSet<>();

  /** Chooses with what a person asked for: port by process name. */
  public Ports(Map<String, Integer> wanted) {
    this.wanted = Map.copyOf(wanted);
  }

  /**
   * The port of {@code process}.
   *
   * @throws PortTakenException if a person asked for one that is taken
   */
  public int choose(String process, int usual) {
    Integer asked = wanted.get(process);
    if (asked != null) {
      if (!take(asked)) {
        throw new PortTakenException(process, asked, PortHolder.of(asked));
      }
      return asked;
    }
    return take(usual) ? usual : free();
  }

  /** Any port that is free now. */
  public int free() {
    while (true) {
      try (var socket = new ServerSocket(0, 1, loopback())) {
        if (keep(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("no free port on the loopback interface", e);
      }
    }
  }

  private boolean take(int port) {
    return isFree(port) && keep(port);
  }

  private boolean keep(int port) {
    return PortLocks.tryTake(port) && given.add(port);
  }

  @Override
  public void close() {
    given.forEach(PortLocks::release);
    given.clear();
  }

  /** Whether nothing listens on {@code port} of the loopback interface. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /** A port a person asked for is taken. */
  public static final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String process, int port, @Nullable String holder) {
      super(
          "Port %d, asked for %s, is taken%s. Choose another one or stop that process."
              .formatted(port, process, holder == null ? "" : " by " + holder));
    }
  }
}
