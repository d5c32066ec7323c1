package dev.taskmaster.localstack.neo4j;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Neo4j Community with Bolt alone: loopback only, no login, no usage reporting. */
public final class Neo4jServer {
  /** How long Bolt waits for calm when it ends; transactions are rolled back or complete anyway. */
  private static final Duration QUIET = Duration.ofMillis(200);

  private Neo4jServer() {}

  /**
   * Serves until the process is asked to end.
   *
   * @param args data folder, Bolt port, page cache in megabytes; the heap is the JVM's
   */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 3) {
      System.err.println("usage: Neo4jServer DATA_FOLDER BOLT_PORT PAGE_CACHE_MB");
      System.exit(2);
    }
    var server = start(Path.of(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2]));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "neo4j-shutdown"));
    System.out.println("neo4j serves bolt on 127.0.0.1:" + args[1]);
    new CountDownLatch(1).await();
  }

  private static DatabaseManagementService start(Path folder, int port, long pageCacheMegabytes) {
    return new DatabaseManagementServiceBuilder(folder)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
        .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", port))
        .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED)
        .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, QUIET)
        .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, QUIET)
        .setConfig(GraphDatabaseSettings.auth_enabled, false)
        .setConfig(GraphDatabaseSettings.udc_enabled, false)
        .setConfig(GraphDatabaseSettings.pagecache_memory, pageCacheMegabytes << 20)
        .setConfig(GraphDatabaseSettings.pagecache_warmup_enabled, false)
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
        .setConfig(GraphDatabaseSettings.check_point_interval_time, Duration.ofMinutes(5))
        .build();
  }
}
