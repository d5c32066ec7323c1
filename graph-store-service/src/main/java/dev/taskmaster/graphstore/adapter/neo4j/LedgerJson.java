package dev.taskmaster.graphstore.adapter.neo4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.graphstore.ledger.NodeProgress;
import dev.taskmaster.graphstore.ledger.TaskRecord;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;
import java.io.UncheckedIOException;

/** The stored form of a ledger's parts. */
final class LedgerJson {
  private static final ObjectReader SUBMITTED = EventJson.mapper().readerFor(TaskSubmitted.class);
  private static final ObjectReader RECORD = EventJson.mapper().readerFor(TaskRecord.class);
  private static final ObjectReader PLAN = EventJson.mapper().readerFor(PlannedNode.class);
  private static final ObjectReader PROGRESS = EventJson.mapper().readerFor(NodeProgress.class);
  private static final ObjectReader RESULT = EventJson.mapper().readerFor(NodeResult.class);
  private static final ObjectWriter RESULT_WRITER = EventJson.mapper().writerFor(NodeResult.class);

  private LedgerJson() {}

  static TaskSubmitted submitted(String json) {
    return read(SUBMITTED, json);
  }

  static TaskRecord record(String json) {
    return read(RECORD, json);
  }

  static PlannedNode plan(String json) {
    return read(PLAN, json);
  }

  static NodeProgress progress(String json) {
    return read(PROGRESS, json);
  }

  static NodeResult result(String json) {
    return read(RESULT, json);
  }

  static String write(Object value) {
    return write(EventJson.mapper().writer(), value);
  }

  static String write(NodeResult result) {
    return write(RESULT_WRITER, result);
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not representable as JSON: " + value.getClass(), e);
    }
  }

  private static <T> T read(ObjectReader reader, String json) {
    try {
      return reader.readValue(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the stored state cannot be read", e);
    }
  }
}
