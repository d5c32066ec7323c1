package dev.taskmaster.graphstore.adapter.neo4j;

/** Every query of the views, with the index it relies on. */
final class ViewCypher {
  private ViewCypher() {}

  /** Index {@code task_state} or {@code task_project} where given, else all tasks by id. */
  static final String LIST_TASKS =
      """
      MATCH (t:Task)
      WHERE t.store = $store
        AND ($state IS NULL OR t.state = $state)
        AND ($project IS NULL OR t.project = $project)
        AND ($cursor IS NULL OR t.id < $cursor)
      RETURN t.id AS id
      ORDER BY t.id DESC
      LIMIT $limit
      """;

  /** Index {@code journal_seq}. */
  static final String READ_JOURNAL =
      """
      MATCH (j:Journal)
      WHERE j.task = $task AND j.seq > $after
      RETURN j.type AS type, j.payload AS payload
      ORDER BY j.seq
      LIMIT $limit
      """;

  /** Index {@code node_state}. */
  static final String LANES =
      """
      MATCH (n:Node)
      WHERE n.state IN ['ready', 'claimed', 'running'] AND n.store = $store
      RETURN n.lane AS lane, n.state = 'ready' AS ready, count(*) AS nodes
      """;

  /** Index {@code definition_text}. */
  static final String FIND_DEFINITIONS =
      """
      CALL db.index.fulltext.queryNodes('definition_text', $query, {limit: $limit}) YIELD node, score
      WHERE ($project IS NULL OR node.project = $project)
      RETURN node.hash AS hash, node.description AS description, node.tags AS tags,
        node.outcome AS outcome, node.rounds AS rounds, node.at AS at
      """;

  /** All definitions, newest first; for a search without words. */
  static final String LIST_DEFINITIONS =
      """
      MATCH (node:Definition)
      WHERE ($project IS NULL OR node.project = $project)
      RETURN node.hash AS hash, node.description AS description, node.tags AS tags,
        node.outcome AS outcome, node.rounds AS rounds, node.at AS at
      ORDER BY node.at DESC
      LIMIT $limit
      """;

  /** Constraint {@code project_id}. */
  static final String WRITE_PROJECT =
      """
      MERGE (p:Project {id: $id})
      SET p.snapshot = $snapshot
      """;

  /** Constraint {@code project_id}. */
  static final String READ_PROJECT = "MATCH (p:Project {id: $id}) RETURN p.snapshot AS snapshot";

  /** Constraint {@code project_id}. */
  static final String LIST_PROJECTS =
      "MATCH (p:Project) RETURN p.snapshot AS snapshot ORDER BY p.id LIMIT 1000";

  /** Constraint {@code parked_id}. */
  static final String LIST_PARKED =
      """
      MATCH (p:Parked {store: $store})
      RETURN p.id AS id, p.topic AS topic, p.partition AS partition, p.offset AS offset,
        p.type AS type, p.reason AS reason, p.at AS at, p.value AS value
      ORDER BY p.at DESC
      LIMIT 200
      """;

  /** Constraint {@code parked_id}. */
  static final String READ_PARKED =
      """
      MATCH (p:Parked {id: $id})
      RETURN p.topic AS topic, p.key AS key, p.type AS type, p.value AS value, p.ceId AS ceId
      """;

  /** Constraint {@code parked_id}. */
  static final String DELETE_PARKED = "MATCH (p:Parked {id: $id}) DELETE p";
}
