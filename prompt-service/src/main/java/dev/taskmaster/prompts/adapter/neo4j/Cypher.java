package dev.taskmaster.prompts.adapter.neo4j;

/** Every query of the service, with the index or constraint it relies on. */
final class Cypher {
  private Cypher() {}

  /** What a version is returned as; {@code p}, {@code v} are bound. */
  private static final String VERSION =
      """
      {name: p.name, version: v.version, text: v.text, hash: v.hash, author: v.author,
       createdAt: v.createdAt, uses: v.uses, successes: v.successes,
       tags: COLLECT { MATCH (v)-[:TAGGED]->(any:Tag) RETURN any.name ORDER BY any.name }} AS version
      """;

  /** Nothing newer of the same origin. */
  private static final String NEWEST_OF_ITS_ORIGIN =
      """
      NOT EXISTS {
        MATCH (p)-[:VERSION]->(newer:PromptVersion)
        WHERE newer.version > v.version AND (newer.author = $shipped) = (v.author = $shipped)
      }
      """;

  /** A person's newest, or the newest shipped one where no person said anything. */
  private static final String CURRENT =
      NEWEST_OF_ITS_ORIGIN
          + """
            AND (v.author <> $shipped OR NOT EXISTS {
              MATCH (p)-[:VERSION]->(said:PromptVersion) WHERE said.author <> $shipped
            })
            """;

  /**
   * Index: constraint prompt_name. The write makes all who add to this name wait for each other.
   */
  static final String LOCK =
      "UNWIND $names AS name MERGE (p:Prompt {name: name}) SET p.addedAt = $at";

  /** Index: constraint prompt_name. */
  static final String HISTORY =
      "UNWIND $names AS name MATCH (p:Prompt {name: name})-[:VERSION]->(v:PromptVersion) WITH p, v"
          + " ORDER BY p.name, v.version DESC RETURN "
          + VERSION;

  /** Indexes: constraints prompt_name, prompt_version, tag_name. */
  static final String CREATE =
      """
      UNWIND $rows AS row
      MATCH (p:Prompt {name: row.name})
      CREATE (p)-[:VERSION]->(v:PromptVersion {name: row.name, version: row.version,
        text: row.text, hash: row.hash, author: row.author, createdAt: $at, uses: 0, successes: 0})
      WITH v, row
      UNWIND row.tags AS tag
      MERGE (t:Tag {name: tag})
      CREATE (v)-[:TAGGED]->(t)
      """;

  /** What a start finds; a constraint's index has the constraint's name. */
  static final String INDEX_NAMES = "SHOW INDEXES YIELD name RETURN name";

  /** Index: constraint prompt_version. */
  static final String FIND =
      "MATCH (v:PromptVersion {name: $name, version: $version})<-[:VERSION]-(p:Prompt) RETURN "
          + VERSION;

  /** Index: constraint tag_name. */
  static final String BEST =
      """
      MATCH (t:Tag)<-[:TAGGED]-(v:PromptVersion) USING INDEX t:Tag(name) WHERE t.name IN $tags
      WITH v, count(t) AS matching
      WHERE matching = COUNT { (v)-[:TAGGED]->(:Tag) }
      MATCH (p:Prompt)-[:VERSION]->(v)
      WHERE %s
      WITH p, v ORDER BY matching DESC, v.author <> $shipped DESC, v.createdAt DESC,
        (v.successes + 1.0) / (v.uses + 2.0) DESC, p.name
      LIMIT 1
      RETURN %s
      """
          .formatted(NEWEST_OF_ITS_ORIGIN, VERSION);

  /** Reads every prompt: their number is small. */
  static final String LIST =
      """
      MATCH (p:Prompt)-[:VERSION]->(v:PromptVersion)
      WHERE all(tag IN $tags WHERE EXISTS { (v)-[:TAGGED]->(:Tag {name: tag}) }) AND %s
      WITH p, v ORDER BY p.name LIMIT $limit
      RETURN %s
      """
          .formatted(CURRENT, VERSION);

  /** Index: full text prompt_words. */
  static final String SEARCH =
      """
      CALL db.index.fulltext.queryNodes('prompt_words', $words) YIELD node AS v, score
      MATCH (p:Prompt)-[:VERSION]->(v)
      WHERE all(tag IN $tags WHERE EXISTS { (v)-[:TAGGED]->(:Tag {name: tag}) }) AND %s
      WITH p, v, score ORDER BY score DESC, p.name LIMIT $limit
      RETURN %s
      """
          .formatted(CURRENT, VERSION);

  /** Index: constraint prompt_version. */
  static final String OUTCOME =
      """
      MATCH (v:PromptVersion {name: $name, version: $version})
      SET v.uses = v.uses + 1, v.successes = v.successes + $success
      RETURN v.version
      """;
}
