package dev.taskmaster.prompts.adapter.neo4j;

import dev.taskmaster.prompts.Numbering;
import dev.taskmaster.prompts.PromptDraft;
import dev.taskmaster.prompts.PromptName;
import dev.taskmaster.prompts.PromptVersion;
import dev.taskmaster.prompts.Prompts;
import dev.taskmaster.prompts.Tag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** {@link Prompts} as {@code (:Prompt)-[:VERSION]->(:PromptVersion)-[:TAGGED]->(:Tag)}. */
public final class Neo4jPrompts implements Prompts {
  private static final QueryConfig READ =
      QueryConfig.builder().withRouting(RoutingControl.READ).build();

  private final Driver driver;

  public Neo4jPrompts(Driver driver) {
    this.driver = driver;
  }

  @Override
  public List<Added> add(List<PromptDraft> drafts, Instant at) {
    try (var session = driver.session()) {
      return session.executeWrite(transaction -> add(transaction, drafts, at));
    }
  }

  private static List<Added> add(
      TransactionContext transaction, List<PromptDraft> drafts, Instant at) {
    var time = at.atZone(ZoneOffset.UTC);
    // In order, so that two who add the same names never wait for each other in a circle.
    var names = drafts.stream().map(draft -> draft.name().value()).sorted().distinct().toList();
    transaction.run(Cypher.LOCK, Map.of("names", names, "at", time)).consume();
    var versions =
        transaction.run(Cypher.HISTORY, Map.of("names", names)).list(Neo4jPrompts::version);
    var added = drafts.stream().map(draft -> decided(draft, versions, at)).toList();
    var rows =
        added.stream().filter(Added::isNew).map(Added::version).map(Neo4jPrompts::row).toList();
    if (!rows.isEmpty()) {
      transaction.run(Cypher.CREATE, Map.of("rows", rows, "at", time)).consume();
    }
    return added;
  }

  private static Added decided(PromptDraft draft, List<PromptVersion> versions, Instant at) {
    var own = versions.stream().filter(version -> version.name().equals(draft.name())).toList();
    return switch (Numbering.of(draft, own)) {
      case Numbering.Same(PromptVersion same) -> new Added(same, false);
      case Numbering.Next(int number) ->
          new Added(
              new PromptVersion(
                  draft.name(),
                  number,
                  draft.text(),
                  draft.tags(),
                  Numbering.hash(draft.text()),
                  draft.author(),
                  at,
                  0,
                  0),
              true);
    };
  }

  private static Map<String, Object> row(PromptVersion version) {
    return Map.of(
        "name", version.name().value(),
        "version", version.version(),
        "text", version.text(),
        "hash", version.hash(),
        "author", version.author(),
        "tags", words(version.tags()));
  }

  @Override
  public Optional<PromptVersion> best(Collection<Tag> tags) {
    return read(Cypher.BEST, Map.of("tags", words(tags), "shipped", PromptDraft.SHIPPED)).stream()
        .findFirst();
  }

  @Override
  public List<PromptVersion> search(Collection<Tag> tags, String text, int limit) {
    var parameters = new HashMap<String, Object>();
    parameters.put("tags", words(tags));
    parameters.put("limit", limit);
    parameters.put("shipped", PromptDraft.SHIPPED);
    if (text.isBlank()) {
      return read(Cypher.LIST, parameters);
    }
    var query = FullText.query(text);
    if (query.isEmpty()) {
      return List.of();
    }
    parameters.put("words", query.get());
    return read(Cypher.SEARCH, parameters);
  }

  @Override
  public Optional<PromptVersion> find(PromptName name, int version) {
    return read(Cypher.FIND, Map.of("name", name.value(), "version", version)).stream().findFirst();
  }

  @Override
  public List<PromptVersion> history(PromptName name) {
    return read(Cypher.HISTORY, Map.of("names", List.of(name.value())));
  }

  @Override
  public boolean recordOutcome(PromptName name, int version, boolean success) {
    var result =
        driver
            .executableQuery(Cypher.OUTCOME)
            .withParameters(
                Map.of("name", name.value(), "version", version, "success", success ? 1 : 0))
            .execute();
    return !result.records().isEmpty();
  }

  private List<PromptVersion> read(String query, Map<String, Object> parameters) {
    return driver
        .executableQuery(query)
        .withParameters(parameters)
        .withConfig(READ)
        .execute()
        .records()
        .stream()
        .map(Neo4jPrompts::version)
        .toList();
  }

  private static PromptVersion version(Record row) {
    Value version = row.get("version");
    return new PromptVersion(
        new PromptName(version.get("name").asString()),
        version.get("version").asInt(),
        version.get("text").asString(),
        version.get("tags").asList(tag -> new Tag(tag.asString())),
        version.get("hash").asString(),
        version.get("author").asString(),
        version.get("createdAt").asZonedDateTime().toInstant(),
        version.get("uses").asLong(),
        version.get("successes").asLong());
  }

  private static List<String> words(Collection<Tag> tags) {
    return tags.stream().map(Tag::value).distinct().toList();
  }
}
