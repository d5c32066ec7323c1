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
  public Added add(PromptDraft draft, Instant at) {
    try (var session = driver.session()) {
      return session.executeWrite(transaction -> add(transaction, draft, at));
    }
  }

  private static Added add(TransactionContext transaction, PromptDraft draft, Instant at) {
    var name = draft.name().value();
    var time = at.atZone(ZoneOffset.UTC);
    transaction.run(Cypher.LOCK, Map.of("name", name, "at", time)).consume();
    var versions =
        transaction.run(Cypher.HISTORY, Map.of("name", name)).list(Neo4jPrompts::version);
    return switch (Numbering.of(draft, versions)) {
      case Numbering.Same(PromptVersion same) -> new Added(same, false);
      case Numbering.Next(int number) -> {
        var hash = Numbering.hash(draft.text());
        transaction
            .run(
                Cypher.CREATE,
                Map.of(
                    "name", name,
                    "version", number,
                    "text", draft.text(),
                    "hash", hash,
                    "author", draft.author(),
                    "at", time,
                    "tags", words(draft.tags())))
            .consume();
        yield new Added(
            new PromptVersion(
                draft.name(), number, draft.text(), draft.tags(), hash, draft.author(), at, 0, 0),
            true);
      }
    };
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
    return read(Cypher.HISTORY, Map.of("name", name.value()));
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
