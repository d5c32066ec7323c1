package dev.taskmaster.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The JSON a reply must be.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64, as providers demand
 * @param schema a JSON Schema, as text
 */
public record JsonSchemaSpec(String name, String schema) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public JsonSchemaSpec {
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "schema name '" + name + "' must be 1 to 64 letters, digits, _ or -");
    }
    schema = compact(name, schema);
  }

  /** Whether the reply is a JSON object, as far as the schema says. */
  public boolean wantsObject() {
    return tree(name, schema).path("type").asText("object").equals("object");
  }

  /**
   * Whether every object of the schema is closed and requires all its properties: what providers
   * demand of a schema they enforce strictly.
   */
  public boolean strict() {
    return strict(tree(name, schema));
  }

  private static boolean strict(JsonNode node) {
    JsonNode properties = node.path("properties");
    if (properties.isObject() && !closed(node, properties)) {
      return false;
    }
    for (JsonNode child : node) {
      if (child.isContainerNode() && !strict(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean closed(JsonNode object, JsonNode properties) {
    JsonNode additional = object.path("additionalProperties");
    return additional.isBoolean()
        && !additional.booleanValue()
        && object.path("required").size() == properties.size();
  }

  private static String compact(String name, String schema) {
    return tree(name, schema).toString();
  }

  private static JsonNode tree(String name, String schema) {
    try {
      JsonNode tree = JSON.readTree(schema);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "schema '" + name + "' is not JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("schema '" + name + "' is not a JSON object");
  }
}
