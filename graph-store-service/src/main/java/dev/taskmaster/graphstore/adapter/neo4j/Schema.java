package dev.taskmaster.graphstore.adapter.neo4j;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import java.net.URL;
import java.util.List;
import org.neo4j.driver.Driver;

/**
 * The constraints and indexes. They are migrations that may run again and again: services share a
 * database, and a chain of versions kept in it would have to be one for all of them.
 */
public final class Schema {
  private static final List<String> MIGRATIONS =
      List.of("neo4j/graphstore/V0001__Tasks_nodes_and_outbox.cypher");

  private Schema() {}

  /** Makes what is missing. */
  public static void ensure(Driver driver) {
    var migrations = new Migrations(MigrationsConfig.defaultConfig(), driver);
    migrations.apply(MIGRATIONS.stream().map(Schema::resource).toArray(URL[]::new));
  }

  private static URL resource(String name) {
    var url = Schema.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return url;
  }
}
