package dev.taskmaster.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonSchemaSpecTest {

  private static final String CLOSED =
      """
      {"type": "object", "required": ["a"], "additionalProperties": false,
       "properties": {"a": {"type": "array", "items": %s}}}
      """;

  @Test
  void aSchemaIsStrictWhenEveryObjectIsClosedAndRequiresAll() {
    String open = "{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}}";

    assertThat(new JsonSchemaSpec("s", CLOSED.formatted("{\"type\":\"string\"}")).strict())
        .isTrue();
    assertThat(new JsonSchemaSpec("s", CLOSED.formatted(open)).strict()).isFalse();
    assertThat(new JsonSchemaSpec("s", open).strict()).isFalse();
  }

  @Test
  void itIsKeptWithoutAir() {
    assertThat(new JsonSchemaSpec("s", "{ \"type\" :\n \"array\" }").schema())
        .isEqualTo("{\"type\":\"array\"}");
    assertThat(new JsonSchemaSpec("s", "{\"type\":\"array\"}").wantsObject()).isFalse();
  }

  @Test
  void whatIsNoSchemaIsRefused() {
    assertThatThrownBy(() -> new JsonSchemaSpec("s", "{")).hasMessageContaining("schema 's'");
    assertThatThrownBy(() -> new JsonSchemaSpec("s", "[]"))
        .hasMessageContaining("not a JSON object");
    assertThatThrownBy(() -> new JsonSchemaSpec("a b", "{}")).hasMessageContaining("'a b'");
  }
}
