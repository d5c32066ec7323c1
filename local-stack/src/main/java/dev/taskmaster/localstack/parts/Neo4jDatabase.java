package dev.taskmaster.localstack.parts;

import dev.taskmaster.localstack.process.ChildSpec;
import dev.taskmaster.localstack.readiness.BoltHandshake;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The database: Neo4j Community with nothing but Bolt. */
final class Neo4jDatabase {
  static final String NAME = "neo4j";
  static final int USUAL_PORT = 7697;

  private static final String MODULE = "local-stack-neo4j";
  private static final String MAIN = "dev.taskmaster.localstack.neo4j.Neo4jServer";
  private static final int PAGE_CACHE_MEGABYTES = 32;
  private static final Memory MEMORY = new Memory(224, 192, 96, Memory.Compiler.THOROUGH);

  private Neo4jDatabase() {}

  static PlannedProcess plan(Premises premises, int port) {
    var folders = premises.folders();
    var jars = List.of(premises.installation().jarOf(MODULE));
    var arguments =
        List.of(
            folders.neo4j().toString(),
            Integer.toString(port),
            Integer.toString(PAGE_CACHE_MEGABYTES));
    var spec =
        new ChildSpec(
            NAME,
            premises.program(NAME, MEMORY.flags(), jars, MAIN, arguments),
            premises.surroundings().minimal(),
            folders.run(),
            folders.log(NAME),
            new BoltHandshake(port),
            Duration.ofSeconds(120),
            Duration.ofSeconds(20));
    return new PlannedProcess(spec, port, URI.create("bolt://127.0.0.1:" + port), false);
  }
}
