package io.quarkus.runner;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Stands in for a built service, under the name every one of them starts by: says that it is ready,
 * and which environment it was given.
 */
public final class GeneratedMain {
  private GeneratedMain() {}

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    var host = InetAddress.getByName(System.getenv("QUARKUS_HTTP_HOST"));
    var server = HttpServer.create(new InetSocketAddress(host, port), 10);
    answer(server, "/q/health/ready", "UP");
    answer(
        server,
        "/environment",
        System.getenv().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n")));
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    System.out.println("service serves on " + port);
  }

  private static void answer(HttpServer server, String path, String text) {
    server.createContext(
        path,
        exchange -> {
          var bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
