package dev.taskmaster.graphstore.adapter.neo4j;

/** Every query of the ledger, with the index it relies on. */
final class Cypher {
  private Cypher() {}

  /** Constraint {@code store_id}. */
  static final String OPEN_STORE =
      """
      MERGE (s:Store {id: $store})
      ON CREATE SET s.epochBase = $epochBase
      RETURN s.epochBase AS epochBase
      """;

  /** Constraint {@code offset_id}; the write makes this the only writer of the partition. */
  static final String LOCK_OFFSETS =
      """
      UNWIND $rows AS row
      MERGE (o:Offset {id: row.id})
      ON CREATE SET o.store = $store, o.topic = row.topic, o.partition = row.partition, o.next = 0
      SET o.lockedAt = $now
      RETURN o.id AS id, o.next AS next
      """;

  /** Constraint {@code offset_id}. */
  static final String READ_OFFSETS =
      """
      UNWIND $ids AS id
      MATCH (o:Offset {id: id})
      RETURN o.id AS id, o.next AS next
      """;

  /** Constraint {@code offset_id}. */
  static final String WRITE_OFFSETS =
      """
      UNWIND $rows AS row
      MATCH (o:Offset {id: row.id})
      SET o.next = row.next
      """;

  /** Constraint {@code task_id}; ids come sorted, so that two writers never wait for each other. */
  static final String LOCK_TASKS =
      """
      UNWIND $ids AS id
      MATCH (t:Task {id: id})
      SET t.lockedAt = $now
      RETURN t.id AS id, t.version AS version
      """;

  /** Constraint {@code task_id}. */
  static final String READ_VERSIONS =
      """
      UNWIND $ids AS id
      MATCH (t:Task {id: id})
      RETURN t.id AS id, t.version AS version
      """;

  /** Constraint {@code task_id}. */
  static final String READ_TASKS =
      """
      UNWIND $ids AS id
      MATCH (t:Task {id: id})
      RETURN t.id AS id, t.version AS version, t.submitted AS submitted, t.record AS record,
        [(t)-[:HAS]->(n:Node) | {place: n.place, plan: n.plan, progress: n.progress}] AS nodes
      """;

  /** Constraint {@code task_id}: a second task of the same id fails. */
  static final String CREATE_TASKS =
      """
      UNWIND $rows AS row
      CREATE (t:Task)
      SET t = row
      """;

  /** Constraint {@code task_id}. */
  static final String WRITE_TASKS =
      """
      UNWIND $rows AS row
      MATCH (t:Task {id: row.id})
      SET t += row
      """;

  /** Constraints {@code node_id} and {@code task_id}. */
  static final String CREATE_NODES =
      """
      UNWIND $rows AS row
      MATCH (t:Task {id: row.task})
      CREATE (t)-[:HAS]->(n:Node)
      SET n = row
      """;

  /** Constraint {@code node_id}. */
  static final String WRITE_NODES =
      """
      UNWIND $rows AS row
      MATCH (n:Node {id: row.id})
      SET n += row
      """;

  /** Constraint {@code node_id}; only for nodes whose place in the graph changed. */
  static final String WRITE_DEPENDENCIES =
      """
      UNWIND $rows AS row
      MATCH (n:Node {id: row.id})
      OPTIONAL MATCH (n)-[old:DEPENDS_ON]->()
      DELETE old
      WITH DISTINCT n, row
      UNWIND row.dependsOn AS id
      MATCH (before:Node {id: id})
      MERGE (n)-[:DEPENDS_ON]->(before)
      """;

  /** Constraint {@code result_id}. */
  static final String FIND_RESULTS =
      """
      UNWIND $ids AS id
      MATCH (r:Result {id: id})
      RETURN r.id AS id, r.result AS result
      """;

  /** Constraint {@code result_id}. */
  static final String WRITE_RESULTS =
      """
      UNWIND $rows AS row
      MERGE (r:Result {id: row.id})
      SET r.result = row.result, r.at = row.at
      """;

  /** Constraint {@code event_id}: the same dispatch or journal event is never written twice. */
  static final String WRITE_DISPATCHES =
      """
      UNWIND $rows AS row
      CREATE (o:Event:Outbox:Dispatch)
      SET o = row
      """;

  /** Constraint {@code event_id}. */
  static final String WRITE_JOURNAL =
      """
      UNWIND $rows AS row
      CREATE (o:Event:Outbox:Journal)
      SET o = row
      """;

  /** Index {@code outbox_seq}. */
  static final String READ_OUTBOX =
      """
      MATCH (o:Outbox)
      WHERE o.store = $store AND o.order >= 0
      RETURN o.id AS id, o.topic AS topic, o.key AS key, o.type AS type, o.payload AS payload,
        o.at AS at, o.cause AS cause
      ORDER BY o.order
      LIMIT $limit
      """;

  /** Constraint {@code event_id}. */
  static final String MARK_SENT =
      """
      UNWIND $ids AS id
      MATCH (o:Event {id: id})
      REMOVE o:Outbox
      """;

  /** Index {@code refusal_task}. */
  static final String WRITE_REFUSALS =
      """
      UNWIND $rows AS row
      CREATE (r:Refusal)
      SET r = row
      """;

  /** Constraint {@code definition_id}. */
  static final String WRITE_DEFINITIONS =
      """
      UNWIND $rows AS row
      MERGE (d:Definition {id: row.id})
      SET d += row
      """;

  /** Index {@code node_due}. */
  static final String DUE_NODES =
      """
      MATCH (n:Node)
      WHERE n.store = $store AND n.dueAt <= $now
      RETURN n.task AS task, n.path AS path
      ORDER BY n.dueAt
      LIMIT $limit
      """;

  /** Index {@code task_due}. */
  static final String DUE_TASKS =
      """
      MATCH (t:Task)
      WHERE t.store = $store AND t.dueAt <= $now
      RETURN t.id AS task
      LIMIT $limit
      """;

  /** Constraint {@code node_id}; a timer that cannot be decided is put off. */
  static final String PUT_OFF =
      """
      MATCH (n:Node {id: $id})
      SET n.dueAt = $until
      """;

  /** Constraint {@code parked_id}. */
  static final String PARK =
      """
      UNWIND $rows AS row
      MERGE (p:Parked {id: row.id})
      SET p += row
      """;
}
