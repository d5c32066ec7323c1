package dev.taskmaster.prompts.adapter.neo4j;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import java.net.URL;
import java.util.List;
import java.util.Set;
import org.neo4j.driver.Driver;

/**
 * The constraints and indexes. They are migrations that may run again and again: services share a
 * database, and a chain of versions kept in it would have to be one for all of them.
 */
final class Schema {
  private static final List<String> MIGRATIONS =
      List.of("neo4j/prompts/V0001__Names_versions_and_tags.cypher");

  private Schema() {}

  private static final Set<String> NAMES =
      Set.of("prompt_name", "prompt_version", "tag_name", "prompt_words");

  /** Makes what is missing. */
  static void ensure(Driver driver) {
    var known =
        driver.executableQuery(Cypher.INDEX_NAMES).execute().records().stream()
            .map(row -> row.get("name").asString())
            .toList();
    if (known.containsAll(NAMES)) {
      return;
    }
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
