package dev.taskmaster.graphstore.adapter;

import dev.taskmaster.graphstore.adapter.neo4j.Neo4jLedger.Names;
import dev.taskmaster.graphstore.adapter.service.GraphStore;
import dev.taskmaster.graphstore.ledger.Policy;
import java.nio.file.Path;
import java.util.List;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** A store in a process of its own, to be killed. */
final class StoreProcess {
  private StoreProcess() {}

  public static void main(String[] args) throws Exception {
    var driver = GraphDatabase.driver(args[0], AuthTokens.none());
    var parts =
        new GraphStore.Parts(
            driver, args[1], Path.of(args[2]), new Names(args[3], args[4]), System.getenv());
    GraphStore.start(parts, Policy.standard(), 100, 100);
    Thread.sleep(120_000);
  }

  static Process start(StoreUnderTest store, String uri, String point) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            List.of(
                java,
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                uri,
                store.bootstrap,
                store.blobsFolder.toString(),
                store.name,
                store.prefix));
    builder.environment().put("TASKMASTER_CRASH_AT", "graph-store:" + point);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}
