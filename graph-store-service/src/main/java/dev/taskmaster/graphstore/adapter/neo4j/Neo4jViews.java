package dev.taskmaster.graphstore.adapter.neo4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.ledger.Texts;
import dev.taskmaster.graphstore.library.Scores;
import dev.taskmaster.graphstore.taskgraph.Definitions;
import dev.taskmaster.views.GraphMatch;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** What is shown beside single tasks: lists, journals, projects, learned graphs, parked records. */
public final class Neo4jViews {
  /** How many hits of the index are scored anew. */
  private static final int CANDIDATES = 50;

  private final Driver driver;
  private final String store;

  public Neo4jViews(Driver driver, String store) {
    this.driver = driver;
    this.store = store;
  }

  /** Ids of tasks, the newest first. */
  public List<String> tasks(
      @Nullable String state, @Nullable String project, @Nullable String cursor, int limit) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("store", store);
    parameters.put("state", state);
    parameters.put("project", project);
    parameters.put("cursor", cursor);
    parameters.put("limit", limit);
    return rows(ViewCypher.LIST_TASKS, parameters).stream()
        .map(row -> row.get("id").asString())
        .toList();
  }

  /** One journal event by its wire name and JSON. */
  public record Entry(String type, String json) {}

  public List<Entry> journal(String task, long after, int limit) {
    return rows(ViewCypher.READ_JOURNAL, Map.of("task", task, "after", after, "limit", limit))
        .stream()
        .map(row -> new Entry(row.get("type").asString(), row.get("payload").asString()))
        .toList();
  }

  /** How many nodes of a lane wait, and how many are being worked on. */
  public record Lane(String name, boolean ready, long nodes) {}

  public List<Lane> lanes() {
    return rows(ViewCypher.LANES, Map.of("store", store)).stream()
        .map(
            row ->
                new Lane(
                    row.get("lane").asString(),
                    row.get("ready").asBoolean(),
                    row.get("nodes").asLong()))
        .toList();
  }

  /**
   * Graphs of earlier tasks, best first.
   *
   * @param query words of a description; empty lists all
   * @param tags those that a graph must have
   * @param as the ready-made task it was planned for; null means any that ended in a commit
   */
  public List<GraphMatch> graphs(
      String query,
      List<String> tags,
      @Nullable String as,
      @Nullable String project,
      int limit,
      Texts texts) {
    var words = Scores.words(query);
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("project", project);
    parameters.put("limit", CANDIDATES);
    parameters.put("query", String.join(" ", words));
    var found =
        rows(
            words.isEmpty() ? ViewCypher.LIST_DEFINITIONS : ViewCypher.FIND_DEFINITIONS,
            parameters);
    return found.stream()
        .filter(row -> fits(row, tags, as))
        .map(row -> match(row, query, texts))
        .sorted(Comparator.comparingDouble(GraphMatch::score).reversed())
        .limit(limit)
        .toList();
  }

  private static boolean fits(Record row, List<String> tags, @Nullable String as) {
    var known = new HashSet<>(row.get("tags").asList(value -> value.asString()));
    var committed = TaskState.COMMITTED.wireName();
    return known.containsAll(tags)
        && (as == null ? row.get("outcome").asString().equals(committed) : known.contains(as));
  }

  private static GraphMatch match(Record row, String query, Texts texts) {
    var hash = row.get("hash").asString();
    var description = row.get("description").asString();
    return new GraphMatch(
        Definitions.assetOf(hash),
        description,
        row.get("tags").asList(value -> value.asString()),
        Scores.of(query, description),
        row.get("outcome").asString(),
        row.get("rounds").asInt(),
        texts.text(hash).orElse(""));
  }

  public void putProject(ProjectSnapshot project) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(
          tx ->
              tx.run(
                      ViewCypher.WRITE_PROJECT,
                      Map.of("id", project.id().value(), "snapshot", LedgerJson.write(project)))
                  .consume());
    }
  }

  public Optional<ProjectSnapshot> project(String id) {
    return rows(ViewCypher.READ_PROJECT, Map.of("id", id)).stream()
        .findFirst()
        .map(Neo4jViews::snapshot);
  }

  public List<ProjectSnapshot> projects() {
    return rows(ViewCypher.LIST_PROJECTS, Map.of()).stream().map(Neo4jViews::snapshot).toList();
  }

  private static ProjectSnapshot snapshot(Record row) {
    try {
      return EventJson.mapper().readValue(row.get("snapshot").asString(), ProjectSnapshot.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stored project cannot be read", e);
    }
  }

  /** A record that could not be understood; its value as far as it is text. */
  public record Parked(
      String id,
      String topic,
      int partition,
      long offset,
      String type,
      String reason,
      String at,
      String value) {}

  public List<Parked> parked() {
    return rows(ViewCypher.LIST_PARKED, Map.of("store", store)).stream()
        .map(
            row ->
                new Parked(
                    row.get("id").asString(),
                    row.get("topic").asString(),
                    row.get("partition").asInt(),
                    row.get("offset").asLong(),
                    row.get("type").asString(),
                    row.get("reason").asString(),
                    row.get("at").asString(),
                    new String(row.get("value").asByteArray(), StandardCharsets.UTF_8)))
        .toList();
  }

  /** The record itself, to be sent once more. */
  public record ParkedRecord(String topic, String key, String type, String id, byte[] value) {}

  public Optional<ParkedRecord> parkedRecord(String id) {
    return rows(ViewCypher.READ_PARKED, Map.of("id", id)).stream()
        .findFirst()
        .map(
            row ->
                new ParkedRecord(
                    row.get("topic").asString(),
                    row.get("key").asString(),
                    row.get("type").asString(),
                    row.get("ceId").asString(),
                    row.get("value").asByteArray()));
  }

  public void forgetParked(String id) {
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(
          tx -> tx.run(ViewCypher.DELETE_PARKED, Map.of("id", id)).consume());
    }
  }

  @SuppressWarnings("unchecked")
  private List<Record> rows(String query, Map<String, ? extends @Nullable Object> parameters) {
    try (var session = driver.session()) {
      return session.executeRead(tx -> tx.run(query, (Map<String, Object>) parameters).list());
    }
  }
}
