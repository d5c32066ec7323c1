package dev.taskmaster.localstack.cli.demo;

import dev.taskmaster.localstack.parts.ServiceSpec;
import dev.taskmaster.localstack.parts.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ports that no other stack would choose, so that a demo runs beside one that is at work. */
final class OwnPorts {
  private OwnPorts() {}

  /** A free port for every process, by its name. */
  static Map<String, Integer> choose() {
    var names =
        Stream.concat(Stream.of("kafka", "neo4j"), Services.ALL.stream().map(ServiceSpec::name))
            .toList();
    var held = new ArrayList<ServerSocket>();
    try {
      var ports = new LinkedHashMap<String, Integer>();
      for (var name : names) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(name, socket.getLocalPort());
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on this machine", e);
    } finally {
      release(held);
    }
  }

  private static void release(List<ServerSocket> held) {
    for (var socket : held) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot release a port", e);
      }
    }
  }
}
